import { clusterPortList, clusterPorts, clusterProblems } from '../../../../sandbox/kubernetes/cluster-settings';

const settings = { clusters: [{ name: 'hebei-extranet' }, { name: 'hebei-internet' }], portOffset: 0 };

test('a name that is no name, too many clusters and an offset out of range are refused together', () => {
  const clusters = [{ name: 'Extranet' }, ...Array.from({ length: 12 }, (_, index) => ({ name: `c${index}` }))];
  const problems = clusterProblems({ clusters, portOffset: -1 });
  expect(problems.map(({ code, at, message }) => `${code} ${at} ${message.en}`)).toEqual([
    'SANDBOX_NAME --clusters --clusters cannot be "Extranet"',
    expect.stringMatching(/^SANDBOX_NAME --clusters --clusters cannot be "Extranet c0 /),
    'SANDBOX_NAME --port-offset --port-offset cannot be "-1"',
  ]);
});

test('a cluster keeps its ports when another one comes after it', () => {
  const before = clusterPorts(settings, 'hebei-internet');
  const more = { ...settings, clusters: [...settings.clusters, { name: 'qinghai-extranet' }] };
  expect(clusterPorts(more, 'hebei-internet')).toEqual(before);
});

test('no two services share a port, and an offset moves all of them', () => {
  const ports = clusterPortList(settings).map(({ port }) => port);
  expect(ports).toEqual([26_440, 26_441, 26_443, 26_444, 26_446, 26_447]);
  expect(clusterPortList({ ...settings, portOffset: 1000 }).map(({ port }) => port - 1000)).toEqual(ports);
});
