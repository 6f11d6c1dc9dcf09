import os
import shutil
import sys

from egov_sandbox import policy, tool, web
from egov_sandbox.configuration import database, default, tail, token_check, write
from egov_sandbox.settings import directory

DATABASES = ('glance',)
CATALOGUE = (('glance', 'image', ''),)


def config_file(region):
    return region.config_directory('glance') + '/glance-api.conf'     # the name that its wsgi_app looks for


def configure(region):
    home, etc = region.directory('glance'), region.config_directory('glance')
    paste = region.settings.packaged('usr/share/glance-common/glance-api-paste.ini')
    shutil.copyfile(paste, etc + '/glance-api-paste.ini')
    for store in ('images', 'staging', 'tasks'):
        directory(home, store)
    write(config_file(region), {
        'DEFAULT': default(region, 'glance', enabled_import_methods='[glance-direct,web-download]',
                           node_staging_uri='file://%s/staging' % home, enabled_backends='fs:file'),
        'glance_store': {'default_backend': 'fs'},
        'fs': {'filesystem_store_datadir': home + '/images'},
        'os_glance_tasks_store': {'filesystem_store_datadir': home + '/tasks'},
        'os_glance_staging_store': {'filesystem_store_datadir': home + '/staging'},
        'paste_deploy': {'flavor': 'keystone', 'config_file': paste},
        'database': database('glance', region),
        'keystone_authtoken': token_check('glance', region),
        **tail(region, 'glance'),
    })
    with open(etc + '/policy.yaml', 'w') as f:
        f.write(policy.text('glance'))


def migrate(region):
    tool.run('glance.cmd.manage', '--config-file', config_file(region), 'db_sync')


def serve(region):
    os.environ['OS_GLANCE_CONFIG_DIR'] = region.config_directory('glance')
    sys.argv = ['glance']
    from glance.common import wsgi_app
    web.serve(wsgi_app.init_app(), region.ports['glance'])
