import { DnsZone } from '../../../../constructs/openstack/dns-zone';
import { resourcesOf } from '../../../support/resources-of';

test('a zone belongs to the project of the credentials', () =>
  expect(
    resourcesOf((stack) => new DnsZone(stack, 'cloud', { name: 'example.gov.', email: 'dns@example.gov' })),
  ).toEqual({ 'dns_zone_v2.cloud': { name: 'example.gov.', email: 'dns@example.gov', type: 'PRIMARY' } }));
