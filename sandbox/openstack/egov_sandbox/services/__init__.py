"""One module per project. Each has

DATABASES           the databases of a region
CATALOGUE           (name, type, path after the port) of what it offers
configure(region)   write its files
migrate(region)     bring its schema up to date
serve(region)       run all its daemons in this process until SIGTERM

Keystone is shared by the regions: its functions take the settings instead.
"""
import importlib

REGIONAL = ('placement', 'glance', 'neutron', 'cinder', 'nova', 'octavia', 'barbican', 'designate')


def module(service):
    return importlib.import_module('egov_sandbox.services.' + service)


def configure(settings):
    module('keystone').configure(settings)
    for region in settings.regions:
        for service in REGIONAL:
            module(service).configure(region)
