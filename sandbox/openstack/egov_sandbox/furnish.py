"""What every cloud has in place in a region: zones, a default volume type, and quotas that do not get in the
deployer's way. What one environment presumes on top of it, such as its volume types, is put there over the APIs."""
from egov_sandbox.cloud import connect

NETWORK_QUOTAS = ('network', 'subnet', 'subnetpool', 'port', 'router', 'floatingip', 'security_group',
                  'security_group_rule', 'rbac_policy', 'trunk')
BALANCER_QUOTAS = ('load_balancer', 'listener', 'pool', 'member', 'healthmonitor', 'l7policy', 'l7rule')
COMPUTE_QUOTAS = ('instances', 'cores', 'ram', 'key_pairs', 'server_groups', 'server_group_members', 'metadata_items')
STORAGE_QUOTAS = ('volumes', 'snapshots', 'gigabytes', 'backups', 'backup_gigabytes', 'groups')
DNS_QUOTAS = ('zones', 'zone_records', 'zone_recordsets', 'recordset_records')


def furnish(settings, name):
    region = settings.region(name)
    cloud = connect(settings, region)
    zones(cloud, region)
    if 'standard' not in {t.name for t in cloud.block_storage.types()}:
        cloud.block_storage.create_type(name='standard')
    quotas(cloud, region)
    print('furnished', name)


def zones(cloud, region):
    have = {a.name for a in cloud.compute.aggregates()}
    for az in region.settings.azs:
        if az not in have:
            aggregate = cloud.compute.create_aggregate(name=az, availability_zone=az)
            for host, zone in region.host_azs():
                if zone == az:
                    cloud.compute.add_host_to_aggregate(aggregate, host)


def quotas(cloud, region):
    """No limits for the deployer's own project; every other project gets the services' defaults."""
    project = cloud.current_project_id

    def free(names):
        return dict.fromkeys(names, -1)
    put = cloud.session.put
    put(region.url('nova') + '/v2.1/os-quota-sets/' + project, json={'quota_set': free(COMPUTE_QUOTAS)})
    put('%s/v3/%s/os-quota-sets/%s' % (region.url('cinder'), project, project),
        json={'quota_set': free(STORAGE_QUOTAS)})
    put(region.url('neutron') + '/v2.0/quotas/' + project, json={'quota': free(NETWORK_QUOTAS)})
    put(region.url('octavia') + '/v2.0/lbaas/quotas/' + project, json={'quota': free(BALANCER_QUOTAS)})
    cloud.session.patch(region.url('designate') + '/v2/quotas/' + project, json=dict.fromkeys(DNS_QUOTAS, 100000),
                        headers={'X-Auth-All-Projects': 'true'})
