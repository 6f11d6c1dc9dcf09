"""Configuration files as dictionaries of sections, and the sections that all services share."""
import os

from egov_sandbox.database import url
from egov_sandbox.settings import PASSWORD


def write(path, sections):
    with open(path, 'w') as f:
        for name, options in sections.items():
            f.write('[%s]\n' % name)
            for key, value in options.items():
                f.write('%s = %s\n' % (key, text(value)))


def text(value):
    if isinstance(value, bool):
        return str(value).lower()
    return ','.join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def write_service(region, service, sections, policy='{}\n'):
    write(region.config_file(service), sections)
    with open(os.path.join(region.config_directory(service), 'policy.yaml'), 'w') as f:
        f.write(policy)


def default(region, service, **options):
    """[DEFAULT]: RPC stays inside the process, and SIGTERM is obeyed within two seconds."""
    return {'use_stderr': True, 'transport_url': 'fake:///', 'state_path': region.directory(service),
            'graceful_shutdown_timeout': 2, **options}


def account(user, region, **options):
    """How a service presents itself to Keystone."""
    return {'auth_url': region.settings.keystone_url, 'auth_type': 'password', 'username': user,
            'password': PASSWORD, 'project_name': 'service', 'user_domain_name': 'Default',
            'project_domain_name': 'Default', 'region_name': region.name, **options}


def token_check(user, region):
    """[keystone_authtoken]. An empty service_type accepts tokens restricted to any service."""
    return account(user, region, www_authenticate_uri=region.settings.keystone_url,
                   service_token_roles='service', service_token_roles_required=True, service_type='')


def database(name, region):
    return {'connection': url(region.settings, name, region), 'max_pool_size': 10, 'max_overflow': 20}


def tail(region, service):
    return {'oslo_concurrency': {'lock_path': region.directory(service) + '/lock'},
            'oslo_messaging_notifications': {'driver': 'noop'},
            'oslo_policy': {'policy_file': 'policy.yaml'}}
