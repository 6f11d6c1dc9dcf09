import { z } from 'zod';
import { planeRoles } from '../plane-role';
import { cidr, key, segmentRange } from './scalars';

const uplink = z.strictObject({
  carrier: key.describe('The carrier, such as unicom.'),
  mbps: z.int().positive().describe('Bandwidth in Mbit/s.'),
  role: z.enum(['primary', 'standby', 'active']).default('active').describe('How the line is used.'),
  forwardingPlane: z.enum(['A', 'B']).optional().describe('Which of two redundant forwarding planes the line is in.'),
});

/** A plane as written. `role` defaults to the plane's key and `site` to the primary site. */
const plane = z.strictObject({
  role: z.enum(planeRoles).optional().describe('What the plane carries. The default is the key.'),
  site: key.optional().describe('Where the plane is. The default is the primary site.'),
  physnet: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .describe('Its own physical network in Neutron.'),
  segmentation: z
    .enum(['vlan', 'vxlan', 'geneve'])
    .default('vlan')
    .describe('How its networks are told apart on the wire.'),
  segments: segmentRange,
  blocks: z.array(cidr).min(1).describe('Addresses of the plane; every zone lies inside one of them.'),
  reachable: z
    .array(cidr)
    .default([])
    .describe('Addresses that the outside routes to this plane; one-to-one mappings come from here.'),
  peakMbps: z.int().positive().optional().describe('Greatest load that is expected on its lines, Mbit/s.'),
  uplinks: z.record(key, uplink).default({}).describe('Lines to the outside, by key.'),
});

export const planesSchema = z
  .record(key, plane)
  .describe('Planes by key. Routers, physical networks, segments and hosts are never shared between two of them.')
  .meta({ title: 'Planes' });
