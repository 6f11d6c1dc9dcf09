"""Answering an HTTP request is not being ready: computes, volume back ends and agents have to report first."""
import time

from egov_sandbox.cloud import connect
from egov_sandbox.services import cinder


def wait(settings, name, seconds=120):
    region = settings.region(name)
    cloud = connect(settings, region)
    end, missing = time.monotonic() + float(seconds), 'no answer'
    while time.monotonic() < end:
        try:
            missing = not_ready(cloud, region)
        except Exception as error:      # a service that still starts answers with anything
            missing = repr(error)
        if not missing:
            print('ready', name)
            return 0
        time.sleep(0.5)
    print('%s is not ready: %s' % (name, missing))
    return 1


def not_ready(cloud, region):
    """What is still missing, in words; None when nothing is."""
    hosts, settings = set(region.hosts()), region.settings
    up = {s.host for s in cloud.compute.services() if s.binary == 'nova-compute' and s.state == 'up'}
    known = {h.name for h in cloud.compute.hypervisors()} & {p.name for p in cloud.placement.resource_providers()}
    stores = [s for s in cloud.block_storage.get('/os-services').json()['services']
              if s['binary'] == 'cinder-volume' and s['state'] == 'up']
    agents = [a for a in cloud.network.agents() if a.is_alive]
    each = 1 if settings.network == 'ovn' else 3
    wants = (('computes', len(hosts & up), len(hosts)), ('hypervisors', len(hosts & known), len(hosts)),
             ('volume back ends', len(stores), len(cinder.back_ends(settings))),
             ('agents', len(agents), each * len(hosts)))
    return ', '.join('%s %d of %d' % w for w in wants if w[1] < w[2]) or None
