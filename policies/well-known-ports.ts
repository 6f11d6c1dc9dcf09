import type { PortRange } from '../model/flow';
import type { Ports } from './ports';

/** Services that carry passwords and data in the clear, by port. */
const CLEAR: Readonly<Record<string, string>> = {
  'tcp/21': 'FTP',
  'tcp/23': 'Telnet',
  'tcp/80': 'HTTP',
  'tcp/110': 'POP3',
  'tcp/143': 'IMAP',
  'tcp/389': 'LDAP',
  'tcp/512': 'rexec',
  'tcp/513': 'rlogin',
  'tcp/514': 'rsh',
  'tcp/873': 'rsync',
  'udp/69': 'TFTP',
  'udp/514': 'syslog without TLS',
};

/** The first service in the clear that a range of ports lets pass, in words; undefined where there is none. */
export function clearPorts(ports: readonly PortRange[]): string | undefined {
  for (const { protocol, from, to } of ports)
    for (const [key, name] of Object.entries(CLEAR)) {
      const [own, port] = key.split('/');
      if (own === protocol && from <= Number(port) && Number(port) <= to) return `${name} (${key})`;
    }
  return undefined;
}

const range = (protocol: 'tcp' | 'udp', from: number, to: number = from): Ports => ({ protocol, from, to });

/** Shares, remote control and control planes, which nobody outside of their own zone has business with. */
export const neverBetweenZones: readonly Ports[] = [
  range('tcp', 21),
  range('tcp', 23),
  range('tcp', 111),
  range('udp', 111),
  range('tcp', 135),
  range('udp', 137, 138),
  range('tcp', 139),
  range('tcp', 445),
  range('tcp', 2049),
  range('tcp', 2375),
  range('tcp', 2379),
  range('tcp', 10250),
  range('tcp', 16509),
  range('tcp', 16514),
  range('tcp', 5900, 5999),
];

/** Databases, caches and search: between zones by a declared flow, from outside never. */
export const neverFromOutside: readonly Ports[] = [
  range('tcp', 1433),
  range('tcp', 1521),
  range('tcp', 3306),
  range('tcp', 3389),
  range('tcp', 5432),
  range('tcp', 6379),
  range('tcp', 9200),
  range('tcp', 27017),
];
