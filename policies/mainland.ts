import { Jurisdiction } from '../model/jurisdiction';

/** Divisions of GB/T 2260 outside of the mainland, where other law holds for data. */
const ELSEWHERE = new Set(['71', '81', '82']);

/** Whether a code of GB/T 2260 is a division in which data of a government cloud may lie. */
export function isMainland(adcode: string): boolean {
  return Jurisdiction.parse(adcode) !== undefined && !ELSEWHERE.has(adcode.slice(0, 2));
}
