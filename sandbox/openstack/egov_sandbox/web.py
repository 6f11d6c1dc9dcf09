"""A WSGI application on loopback, for the projects whose API is no eventlet service."""
import sys

import waitress
from oslo_log import log

# Where eventlet happens to be loaded, oslo.log gives logging a lock for green threads, and these services have real
# ones: those that wait for it at the same time never wake again (https://github.com/eventlet/eventlet/issues/432).
log._fix_eventlet_logging = lambda: None


def serve(application, port):
    waitress.serve(noting(application), host='127.0.0.1', port=port, threads=4, ident=None,
                   channel_timeout=60, connection_limit=200)


def noting(application):
    """Says what was asked and answered, as the services on eventlet do."""
    def noted(environ, start_response):
        def answer(status, *rest):
            print('"%s %s" status: %s' % (environ['REQUEST_METHOD'], environ['PATH_INFO'], status), file=sys.stderr, flush=True)
            return start_response(status, *rest)
        return application(environ, answer)
    return noted
