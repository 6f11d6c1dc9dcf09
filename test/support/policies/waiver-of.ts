import type { Waiver } from '../../../policies/waivers/waiver';

/** A waiver that is in order on the day of the tests, with what a test is about. */
export function waiverOf(values: Partial<Waiver> & Pick<Waiver, 'policy' | 'at'>): Waiver {
  return {
    reason: 'moved next month',
    owner: 'health',
    approver: 'data-bureau',
    ticket: 'T-1',
    until: '2026-12-24',
    compensating: 'sessions are recorded',
    place: (field) => `waivers.yaml:1:${field ?? 'whole'}`,
    ...values,
  };
}
