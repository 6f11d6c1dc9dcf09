"""Barbican takes no --config-file: it looks for ~/.barbican/barbican.conf, so it gets a home of its own."""
import os
import shutil
import sys

from egov_sandbox import tool, web
from egov_sandbox.configuration import default, tail, token_check, write
from egov_sandbox.database import url
from egov_sandbox.settings import directory

DATABASES = ('barbican',)
CATALOGUE = (('barbican', 'key-manager', ''),)


def paste_file(region):
    return region.directory('barbican') + '/barbican-api-paste.ini'


def configure(region):
    shutil.copyfile(region.settings.packaged('usr/share/barbican-common/barbican-api-paste.ini'), paste_file(region))
    etc = directory(region.directory('barbican'), '.barbican')
    with open(etc + '/policy.yaml', 'w') as f:
        f.write('{}\n')
    write(etc + '/barbican.conf', {
        'DEFAULT': default(region, 'barbican', host_href=region.url('barbican'), db_auto_create=True,
                           sql_connection=url(region.settings, 'barbican', region)),
        'queue': {'enable': False},
        'secretstore': {'enabled_secretstore_plugins': 'store_crypto'},
        'crypto': {'enabled_crypto_plugins': 'simple_crypto'},
        'simple_crypto_plugin': {'kek': "'YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY='"},
        'keystone_authtoken': token_check('barbican', region),
        **tail(region, 'barbican'),
    })


def migrate(region):
    os.environ['HOME'] = region.directory('barbican')
    tool.run('barbican.cmd.barbican_manage', 'db', 'upgrade')


def serve(region):
    os.environ['HOME'] = region.directory('barbican')
    sys.argv = ['barbican']
    from paste import deploy
    web.serve(deploy.loadapp('config:' + paste_file(region), name='main'), region.ports['barbican'])
