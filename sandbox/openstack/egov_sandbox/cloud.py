"""The deployer's connection to the sandbox."""
import openstack

from egov_sandbox.settings import PASSWORD


def connect(settings, region, **credentials):
    return openstack.connect(**{
        'auth_url': settings.keystone_url, 'username': 'admin', 'password': PASSWORD, 'project_name': 'admin',
        'user_domain_name': 'Default', 'project_domain_name': 'Default', 'region_name': region.name, **credentials})
