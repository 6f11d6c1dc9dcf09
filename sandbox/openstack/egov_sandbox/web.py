"""A WSGI application on loopback, for the projects whose API is no eventlet service."""
import waitress


def serve(application, port):
    waitress.serve(application, host='127.0.0.1', port=port, threads=4, ident=None,
                   channel_timeout=60, connection_limit=200)
