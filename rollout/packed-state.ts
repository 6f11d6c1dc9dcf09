import type { MemberState, RolloutState } from './rollout-state';

/** A state as plain data, for a journey through JSON. */
export interface PackedState extends Omit<RolloutState, 'members' | 'waves'> {
  /** Each says its wave. */
  readonly members: readonly MemberState[];
  readonly waveCount: number;
}

export function packState({ members, waves, ...state }: RolloutState): PackedState {
  return { ...state, members: [...members.values()], waveCount: waves.length };
}

/** Law: what was packed is told by every question as before, and takes the same events. */
export function unpackState({ members, waveCount, ...state }: PackedState): RolloutState {
  const waves: string[][] = Array.from({ length: waveCount }, () => []);
  for (const { id, wave } of members) waves[wave]?.push(id);
  return { ...state, members: new Map(members.map((one) => [one.id, { ...one }])), waves };
}
