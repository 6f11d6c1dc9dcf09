import os
import sys

from egov_sandbox import tool, web
from egov_sandbox.configuration import database, token_check, write_service

DATABASES = ('placement',)
CATALOGUE = (('placement', 'placement', ''),)


def configure(region):
    write_service(region, 'placement', {
        'DEFAULT': {'use_stderr': True},
        'api': {'auth_strategy': 'keystone'},
        'placement_database': {'connection': database('placement', region)['connection']},
        'keystone_authtoken': token_check('placement', region),
    })


def migrate(region):
    os.environ['OS_PLACEMENT_CONFIG_DIR'] = region.config_directory('placement')
    tool.run('placement.cmd.manage', '--config-file', region.config_file('placement'), 'db', 'sync')


def serve(region):
    os.environ['OS_PLACEMENT_CONFIG_DIR'] = region.config_directory('placement')
    sys.argv = ['placement']
    from placement import wsgi
    web.serve(wsgi.init_application(), region.ports['placement'])
