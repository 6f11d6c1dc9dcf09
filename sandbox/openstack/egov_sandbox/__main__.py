"""python3 -m egov_sandbox STATE COMMAND [ARGUMENT ...]

configure                 write every configuration file
databases                 create the databases
open-tables               after a start of the database: open every table once
migrate SERVICE [REGION]  bring one service's schema up to date
serve SERVICE [REGION]    run one service in the foreground until SIGTERM
bootstrap                 users, roles, regions, catalogue
furnish REGION            zones, a volume type, quotas
ready REGION [SECONDS]    wait until computes, volume back ends and agents report up
relocate                  after a copied state: correct the paths that the databases remember
ask REGION ...            does this packet pass (see egov_sandbox.ovn.ask)
"""
import importlib
import sys

from egov_sandbox.settings import Settings


def main(argv):
    if len(argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    settings, command, rest = Settings.load(argv[0]), argv[1], argv[2:]
    if command in ('migrate', 'serve'):
        service = importlib.import_module('egov_sandbox.services.' + rest[0].replace('-', '_'))
        place = settings.region(rest[1]) if len(rest) > 1 else settings
        return getattr(service, command)(place) or 0
    module, function = {
        'configure': ('services', 'configure'),
        'databases': ('database', 'create'),
        'open-tables': ('database', 'open_tables'),
        'relocate': ('database', 'relocate'),
        'bootstrap': ('bootstrap', 'bootstrap'),
        'furnish': ('furnish', 'furnish'),
        'ready': ('readiness', 'wait'),
        'ask': ('ovn.ask', 'command'),
    }[command]
    return getattr(importlib.import_module('egov_sandbox.' + module), function)(settings, *rest) or 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
