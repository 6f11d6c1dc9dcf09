import sys

from egov_sandbox import policy, tool
from egov_sandbox.configuration import account, database, default, tail, token_check, write_service

DATABASES = ('neutron',)
CATALOGUE = (('neutron', 'network', ''),)

BOTH = ('qos', 'trunk', 'segments', 'port_forwarding', 'tag', 'flavors', 'auto_allocate',
        'network_ip_availability', 'revisions', 'timestamp')
PLUGINS = {
    'ovs': ('router', *BOTH, 'conntrack_helper', 'metering', 'egov_sandbox.neutron_agents.StandInAgents'),
    'ovn': ('ovn-router', *BOTH),
}


def ml2(region):
    """The layer-2 part. A physical network must be named here to exist, flat or VLAN."""
    settings = region.settings
    overlay = 'geneve' if settings.network == 'ovn' else 'vxlan'
    sections = {
        'ml2': {'type_drivers': ('flat', 'vlan', overlay, 'local'), 'tenant_network_types': overlay,
                'mechanism_drivers': 'ovn' if settings.network == 'ovn' else 'openvswitch',
                'extension_drivers': 'port_security,qos,dns_domain_ports'},
        'ml2_type_flat': {'flat_networks': settings.physnets},
        'ml2_type_vlan': {'network_vlan_ranges': [p + ':1:4094' for p in settings.physnets]},
        'ml2_type_' + overlay: {'vni_ranges': '1:65535'},
        'securitygroup': {'enable_security_group': True},
    }
    if settings.network == 'ovn':
        sections['ml2_type_geneve']['max_header_size'] = 38
        sections['ovn'] = {'ovn_nb_connection': region.ovn('nb'), 'ovn_sb_connection': region.ovn('sb'),
                           'ovn_metadata_enabled': True, 'enable_distributed_floating_ip': False}
    else:
        sections['sandbox'] = {'hosts': ['%s:%s' % pair for pair in region.host_azs()],
                               'physnets': settings.physnets}
    return sections


def configure(region):
    write_service(region, 'neutron', {
        'DEFAULT': default(
            region, 'neutron', bind_host='127.0.0.1', bind_port=region.ports['neutron'],
            api_workers=0, rpc_workers=0, rpc_state_report_workers=0, auth_strategy='keystone',
            core_plugin='ml2', service_plugins=PLUGINS[region.settings.network],
            api_paste_config=region.settings.packaged('usr/share/neutron-common/api-paste.ini'),
            dhcp_agents_per_network=1, dns_domain='sandbox.test.', agent_down_time=600, global_physnet_mtu=1500,
            notify_nova_on_port_status_changes=True, notify_nova_on_port_data_changes=True),
        **ml2(region),
        'quotas': {'quota_rbac_policy': 500},
        'database': database('neutron', region),
        'keystone_authtoken': token_check('neutron', region),
        'nova': account('nova', region),
        'placement': account('placement', region),
        **tail(region, 'neutron'),
    }, policy.text('neutron'))


def migrate(region):
    tool.run('neutron.db.migration.cli', '--config-file', region.config_file('neutron'),
             '--subproject', 'neutron', 'upgrade', 'heads')


def serve(region):
    """The server forks one RPC worker and one for periodic work even when told 0: let it have none."""
    sys.argv = ['neutron-server', '--config-file', region.config_file('neutron')]
    from neutron.cmd.eventlet import server
    from neutron import service
    if region.settings.network == 'ovn':
        from egov_sandbox.ovn import neutron_driver
        neutron_driver.in_one_process()
    service._get_plugins_workers = threads(service._get_plugins_workers)
    service._get_rpc_workers = threads(service._get_rpc_workers)
    server.main()


def threads(workers_of):
    def inner(*arguments, **named):
        workers = workers_of(*arguments, **named)
        for worker in workers:
            worker._worker_process_count = 0
        return workers
    return inner
