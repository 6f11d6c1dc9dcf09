import { z } from 'zod';
import { cidr, key, path } from './scalars';

const zones = z.array(path(2, 'a zone with its plane')).min(1);

const sensorKinds = ['ids', 'ips', 'waf', 'antivirus', 'mail', 'tenant-traffic'] as const;
const logSources = ['boundary', 'api', 'hosts', 'bastion', 'database', 'gap', 'remote-access'] as const;
export const monitored = ['hosts', 'servers', 'routers', 'load-balancers', 'uplinks', 'storage'] as const;
const alarmEvents = ['intrusion', 'malware', 'isolation', 'unmanaged-server', 'audit-failure'] as const;

const owner = z.enum(['provider', 'tenant']).describe('Whose it is: of the operator, or of each department.');

const sensor = z.strictObject({
  kind: z.enum(sensorKinds).describe('What it looks for; tenant-traffic mirrors what passes between servers.'),
  at: zones.describe('Zones whose traffic it sees, such as internet/edge.'),
  mode: z.enum(['detect', 'block']),
  alarm: z.boolean().describe('Whether it raises an alarm.'),
});

const boundaryLog = z.strictObject({
  at: zones.describe('Zones whose boundary is logged.'),
  events: z.enum(['all', 'denied']).describe('Which packets are recorded.'),
  sink: key.describe('Where the records go.'),
});

const sink = z.strictObject({
  owner,
  zone: path(2, 'the zone in which it stands'),
  sources: z.array(z.enum(logSources)).min(1).describe('What sends its records here.'),
  retentionDays: z.int().positive().describe('How long records are kept, days.'),
  immutable: z.boolean().describe('Whether nobody can change or remove a record before that.'),
  backup: key.optional().describe('Backup target to which the records are copied.'),
});

const monitor = z.strictObject({ owner, covers: z.array(z.enum(monitored)).min(1) });
const alarm = z.strictObject({
  on: z.array(z.enum(alarmEvents)).min(1),
  contact: z.string().min(1).max(64).describe('Who is told.'),
});

export const detectionSchema = z
  .strictObject({
    sensors: z.record(key, sensor).optional().describe('Sensors by key.'),
    boundaryLogs: z.record(key, boundaryLog).optional().describe('Records of boundaries by key.'),
    sinks: z.record(key, sink).optional().describe('Stores of audit records by key.'),
    monitors: z.record(key, monitor).optional().describe('Views of the monitoring by key.'),
    alarms: z.record(key, alarm).optional().describe('Rules of alarm by key.'),
    time: z.array(cidr).min(1).optional().describe('Addresses of the one authoritative clock, as blocks of one.'),
  })
  .describe('What is watched, recorded and reported. What is left out is not known.')
  .meta({ title: 'Detection' });
