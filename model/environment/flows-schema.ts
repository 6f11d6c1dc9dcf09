import { z } from 'zod';
import { approval, key, path, portList } from './scalars';

const flow = z.strictObject({
  from: path(3, 'a tier or a platform zone'),
  to: path(3, 'a tier or a platform zone'),
  ports: portList,
  purpose: z.string().min(1).max(80).describe('What for; the rule carries it.'),
  grant: approval.optional().describe('The grant of the owner, where the data belongs to another department.'),
});

export const flowsSchema = z
  .record(key, flow)
  .describe('Flows between departments and between platform zones, by key.')
  .meta({ title: 'Flows' });
