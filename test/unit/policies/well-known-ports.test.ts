import { clearPorts } from '../../../policies/well-known-ports';

test.each([
  [[{ protocol: 'tcp', from: 22, to: 22 }], undefined],
  [[{ protocol: 'tcp', from: 22, to: 23 }], 'Telnet (tcp/23)'],
  [[{ protocol: 'udp', from: 23, to: 23 }], undefined],
  [[{ protocol: 'udp', from: 514, to: 514 }], 'syslog without TLS (udp/514)'],
  [
    [
      { protocol: 'tcp', from: 443, to: 443 },
      { protocol: 'tcp', from: 1, to: 65535 },
    ],
    'FTP (tcp/21)',
  ],
  [[{ protocol: 'icmp', from: 0, to: 255 }], undefined],
  [[], undefined],
] as const)('%j carries %s in the clear', (ports, expected) => {
  expect(clearPorts(ports)).toBe(expected);
});
