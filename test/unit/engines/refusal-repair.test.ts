import { refusalRepair } from '../../../engines/refusal-repair';

/** What services of release Zed say, and the word of the repair that tells it from the others. */
test.each([
  ["got 409 instead: Quota exceeded for resources: ['network'].", 'quotas'],
  ['got 403 instead: Quota exceeded, too many server groups.', 'quotas'],
  ['got 413 instead: VolumeLimitExceeded: Maximum number of volumes allowed (80) exceeded for quota', 'quotas'],
  ['got 403 instead: Quota has been met for resources: Load Balancers', 'quotas'],
  ["Invalid input for operation: physical_network 'physnet-x' unknown for VLAN provider network.", 'physnet'],
  ['Unable to create the network. The VLAN 1001 on physical network physnet-x is in use.', 'segments'],
  ['got 409 instead: IP address 10.16.0.4 already allocated in subnet 3f', 'address'],
  ['got 409 instead: There are one or more ports still in use on the network', 'stands in it'],
  [
    'got 409 instead: Conflict occurred attempting to store project - it is not permitted to have two projects with the same name in the same domain',
    'adopt',
  ],
  ['got 409 instead: Flavor with name 130000/x86/c4m8 already exists.', 'adopt'],
  ['got 409 instead: Duplicate Zone', 'adopt'],
  ['got 409 instead: Pool f214cc70 is immutable and cannot be updated.', 'earlier change'],
  ['got 401 instead: The request you have made requires authentication.', 'token has ended'],
  ['got 403 instead: You are not authorized to perform the requested action: identity:create_project.', 'inherited'],
  ['got 403 instead: Containers(s) retrieval attempt not allowed - please review your privileges', 'observer'],
  ['dial tcp 127.0.0.1:9696: connect: connection refused', 'did not answer'],
  ['got 503 instead: Service Unavailable', 'did not answer'],
  ['Volume type with name encrypted-ssd could not be found.', 'volume-classes'],
  ['Your query returned no results. Please change your search criteria', 'entry.tls'],
])('%s', (words, expected) => {
  expect(refusalRepair(words)?.en).toContain(expected);
});

test('other words have no repair of their own', () => {
  expect(refusalRepair('Missing name: A network has one.')).toBeUndefined();
});
