import { z } from 'zod';
import { approval, key, path, portList } from './scalars';

const device = z.strictObject({
  outer: path(2, 'the exchange zone of the internet plane'),
  inner: path(2, 'the exchange zone of the extranet plane'),
  ha: z.enum(['pair', 'single']).default('pair'),
  oneWay: z.enum(['in', 'out']).optional().describe('Direction of an optical gap (光闸); in is toward the extranet.'),
});

const channel = z.strictObject({
  device: key,
  kind: z.enum(['db', 'file', 'message', 'request', 'stream']),
  direction: z.enum(['in', 'out', 'both']).describe('in is toward the extranet.'),
  from: path(3, 'the tier that opens the exchange'),
  to: path(3, 'the tier that answers'),
  ports: portList,
  maxMbps: z.int().positive(),
  whitelist: z.array(z.string().min(1)).default([]).describe('Requests or formats that pass.'),
  checks: z.array(z.enum(['antivirus', 'content'])).default([]),
  audit: z.literal(true).default(true).describe('Every channel is audited.'),
  approval,
});

export const gapSchema = z
  .strictObject({
    devices: z.record(key, device).default({}),
    channels: z.record(key, channel).default({}),
  })
  .describe('The only crossing between the planes. A channel is an approval with an end.')
  .meta({ title: 'Gap' });
