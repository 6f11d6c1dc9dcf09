import type { Text } from '../../model/text';
import type { ControlCode } from './control';

/** Controls that no definition can answer, and why: a person must look. */
export const manualReasons: Readonly<Partial<Record<ControlCode, Text>>> = {};
