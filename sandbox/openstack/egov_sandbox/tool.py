"""A project's own management program, run in a fork: each wants oslo's global configuration for itself."""
import importlib
import os
import sys


def run(module, *arguments):
    child = os.fork()
    if child == 0:
        sys.argv = [module, *arguments]
        code = importlib.import_module(module).main()
        sys.stdout.flush()
        os._exit(code if isinstance(code, int) else 0)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit('%s %s failed (%d)' % (module, ' '.join(arguments), status))
