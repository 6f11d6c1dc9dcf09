import { z } from 'zod';
import { date } from './scalars';

const STEP = '[a-z][a-z0-9]*(-[a-z0-9]+)*';

const keyPath = z
  .string()
  .regex(
    new RegExp(`^(tenants(/${STEP}){1,3}|pools/${STEP})$`),
    'tenants/finance, tenants/finance/budget, tenants/finance/budget/app or pools/x86',
  )
  .describe('A department, a system, a tier or a pool by its keys, such as tenants/finance/budget.');

const moved = z
  .strictObject({ from: keyPath, to: keyPath, on: date })
  .refine(({ from, to }) => parentOf(from) === parentOf(to) && from !== to, 'from and to differ in the last key only');

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

export const movedSchema = z
  .array(moved)
  .describe(
    'Keys that have another name since, the oldest first. Written by `egov rename`; append-only, reviewed like any file.',
  )
  .meta({ title: 'Moved' });
