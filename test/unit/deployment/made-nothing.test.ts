import { madeNothing } from '../../../deployment/made-nothing';

const NETWORK = 'openstack_networking_network_v2.a';
const LISTENER = 'openstack_lb_listener_v2.a';
const asked = (status: number, body = '{}') =>
  `Error creating openstack_networking_port_v2: Expected HTTP response code [201] when accessing [POST http://n/v2.0/ports], but got ${status} instead: ${body}`;

/** As provider 3.4.0 and OpenTofu 1.12.6 say it. */
test.each([
  [NETWORK, asked(409, 'name taken')],
  [NETWORK, asked(404, '\n{"a": "Connection timed out, got 504"}')],
  [NETWORK, asked(413)],
  [NETWORK, 'Error creating openstack_x: Post "http://n/": dial tcp 127.0.0.1:9876: connect: connection refused'],
  [NETWORK, 'Error creating openstack_x: Post "http://n/": dial tcp: lookup n: no such host'],
  [NETWORK, 'Error creating OpenStack networking client: No suitable endpoint could be found'],
  [LISTENER, 'Error creating OpenStack loadbalancing client: No suitable endpoint could be found'],
])('nothing was made: %s, %s', (address, words) => expect(madeNothing(address, words)).toBe(true));

test.each([
  [NETWORK, asked(500)],
  [NETWORK, asked(503)],
  [NETWORK, asked(408)],
  // What a service says of others is not what the provider says of the service.
  [NETWORK, asked(500, '{"faultstring": "HTTPSConnectionPool(…): [Errno 111] Connection refused"}')],
  [NETWORK, asked(502, ': dial tcp 10.0.0.1:1: connect: connection refused')],
  [NETWORK, asked(500, 'but got 409 instead')],
  [NETWORK, 'Error creating openstack_x: Post "http://n/": EOF'],
  [NETWORK, 'Error creating openstack_x: Post "http://n/": http: server closed idle connection'],
  // A connection that stood: the request had left.
  [NETWORK, 'Error creating openstack_x: Post "http://n/": read tcp 10.0.0.1:1->10.0.0.2:2: read: no route to host'],
  [NETWORK, 'Error creating openstack_x: context deadline exceeded'],
  [NETWORK, 'Error waiting for openstack_networking_network_v2 1f to become available: … but got 401 instead: {}'],
  [NETWORK, 'Error deleting a default rule for openstack_networking_secgroup_v2 1f: … but got 409 instead: {}'],
  [NETWORK, 'Error retrieving the created openstack_networking_secgroup_v2 1f: … but got 404 instead: {}'],
  [NETWORK, 'Error creating tags on openstack_networking_subnet_v2 1f: … but got 400 instead: {}'],
  [NETWORK, 'Error creating extra_specs for openstack_compute_flavor_v2 1f: … but got 403 instead: {}'],
  [NETWORK, 'Plugin did not respond The plugin encountered an error, and failed to respond'],
  // Sent again after 504, and so refused as the second of its kind.
  [LISTENER, 'Error creating openstack_lb_listener_v2: … but got 409 instead: already using protocol_port'],
  ['module.a.openstack_lb_member_v2.b[0]', 'Error creating member: … but got 409 instead: {}'],
  [
    'openstack_compute_servergroup_v2.a',
    'Error creating openstack_compute_servergroup_v2 a: … but got 403 instead: {}',
  ],
  [NETWORK, 'what no version has said yet'],
])('something may have been made: %s, %s', (address, words) => expect(madeNothing(address, words)).toBe(false));
