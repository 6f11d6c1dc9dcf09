"""Users, roles, regions and the catalogue: what an operator has in place before anybody deploys."""
from keystoneauth1 import session
from keystoneauth1.identity import v3
from keystoneclient.v3 import client

from egov_sandbox import policy, services
from egov_sandbox.settings import PASSWORD

INTERFACES = ('public', 'internal', 'admin')
ROLES = ('service', 'load-balancer_member', 'load-balancer_admin', 'load-balancer_observer',
         'load-balancer_global_observer', 'load-balancer_quota_admin', 'creator', 'observer', 'audit',
         'key-manager:service-admin', policy.ROLE)
# Inherited below the domain: a token can be had for every project, also for one that is created later.
ADMIN = ('admin', 'load-balancer_admin', 'creator')
READER = ('reader', policy.ROLE, 'load-balancer_global_observer', 'observer')


def bootstrap(settings):
    auth = v3.Password(auth_url=settings.keystone_url, username='admin', password=PASSWORD, project_name='admin',
                       user_domain_id='default', project_domain_id='default')
    keystone = client.Client(session=session.Session(auth=auth), interface='public')
    roles = ensure(keystone.roles, ROLES)
    projects = ensure(keystone.projects, ('service',), domain='default')
    names = [name for s in services.REGIONAL for name, _, _ in services.module(s).CATALOGUE]
    users = ensure(keystone.users, [*services.REGIONAL, 'reader'], domain='default', password=PASSWORD)
    for name in services.REGIONAL:
        for role in ('admin', 'service'):
            keystone.roles.grant(roles[role], user=users[name], project=projects['service'])
    for user, theirs in ((users['admin'], ADMIN), (users['reader'], READER)):
        keystone.roles.grant(roles[theirs[0]], user=user, system='all')
        for role in theirs:
            keystone.roles.grant(roles[role], user=user, domain='default')
            keystone.roles.grant(roles[role], user=user, domain='default', os_inherit_extension_inherited=True)
    catalogue(settings, keystone)
    print('bootstrapped:', ', '.join(names))


def ensure(manager, names, **properties):
    """{name: object}, those that were there and those that were not."""
    domain = {'domain': properties['domain']} if 'domain' in properties else {}
    have = {x.name: x for x in manager.list(**domain)}
    return {**have, **{n: manager.create(n, **properties) for n in names if n not in have}}


def catalogue(settings, keystone):
    regions = {r.id for r in keystone.regions.list()}
    types = {s.type: s for s in keystone.services.list()}
    have = {(e.service_id, e.region, e.interface) for e in keystone.endpoints.list()}

    def offer(kind, name, url, region):
        if kind not in types:
            types[kind] = keystone.services.create(name, type=kind)
        for interface in INTERFACES:
            if (types[kind].id, region.name, interface) not in have:
                keystone.endpoints.create(types[kind], url, interface=interface, region=region.name)

    for region in settings.regions:
        if region.name not in regions:
            keystone.regions.create(region.name)
        offer('identity', 'keystone', settings.keystone_url, region)
        for service in services.REGIONAL:
            for name, kind, path in services.module(service).CATALOGUE:
                offer(kind, name, region.url(service) + path, region)
