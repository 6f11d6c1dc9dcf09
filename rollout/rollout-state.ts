import type { Failure } from './failure';
import type { RolloutEvent } from './rollout-event';
import type { MemberStatus, RolloutMember } from './rollout-member';
import type { RolloutSettings } from './rollout-settings';
import type { Waves } from './waves';

export interface MemberState extends RolloutMember {
  readonly wave: number;
  status: MemberStatus;
  /** Hash of what would be applied, and of what somebody accepted. */
  plan?: string;
  accepted?: string;
  changes: number;
  /** Tries of what it is at now. */
  tries: number;
  /** How often an apply was begun. */
  applies: number;
  failure?: Failure;
  /** Before this nothing is tried again. */
  again?: number;
  begun?: number;
  ended?: number;
}

export interface Approval {
  readonly by: string;
  readonly at: number;
  readonly through: number;
}

/** What the events say, all together. */
export interface RolloutState {
  readonly rollout: string;
  readonly by: string;
  readonly settings: RolloutSettings;
  readonly waves: Waves;
  readonly members: ReadonlyMap<string, MemberState>;
  readonly createdAt: number;
  startedBy?: string;
  startedAt?: number;
  paused: boolean;
  stoppedBy?: string;
  finished: boolean;
  endedAt?: number;
  approvals: Approval[];
  /** When the last canary was done. */
  canariesAt?: number;
  lastAt: number;
}

/** What the first event says. */
export function beginState(event: RolloutEvent): RolloutState {
  if (event.type !== 'created') throw new Error(`a rollout begins with its creation, not with ${event.type}`);
  const { rollout, by, settings, waves, at } = event;
  const waveOf = new Map(waves.flatMap((ids, wave) => ids.map((id) => [id, wave] as const)));
  const members = new Map(
    event.members.map((one): [string, MemberState] => [
      one.id,
      { ...one, wave: waveOf.get(one.id) ?? 0, status: 'untouched', changes: 0, tries: 0, applies: 0 },
    ]),
  );
  const flags = { paused: false, finished: false, approvals: [], lastAt: at };
  return { rollout, by, settings, waves, members, createdAt: at, ...flags };
}

/** Adds one event to a state. Events of an environment that is no member, and of none that is known, change nothing. */
export function addEvent(state: RolloutState, event: RolloutEvent): void {
  state.lastAt = Math.max(state.lastAt, event.at);
  switch (event.type) {
    case 'created':
      return;
    case 'started':
      state.startedBy ??= event.by;
      state.startedAt ??= event.at;
      acceptPlans(state);
      return;
    case 'paused':
    case 'resumed':
      state.paused = event.type === 'paused';
      return;
    case 'stopped':
      state.stoppedBy = event.by;
      state.endedAt = event.at;
      return;
    case 'finished':
      state.finished = true;
      state.endedAt = event.at;
      return;
    case 'approved':
      state.approvals.push({ by: event.by, at: event.at, through: event.through });
      acceptPlans(state);
      return;
    default: {
      const member = state.members.get(event.id);
      if (member !== undefined) addToMember(member, event);
      if (event.type === 'verified' && member?.wave === 0) state.canariesAt = event.at;
    }
  }
}

/** What is known now is what was looked at. */
function acceptPlans({ members }: RolloutState): void {
  for (const member of members.values()) if (member.plan !== undefined) member.accepted = member.plan;
}

type OfMember = Extract<RolloutEvent, { readonly id: string }>;

function addToMember(member: MemberState, event: OfMember): void {
  switch (event.type) {
    case 'preflighted':
      set(member, 'preflighted', event);
      delete member.failure;
      return;
    case 'replanned':
      set(member, 'preflighted', event);
      return;
    case 'applying':
      member.status = 'applying';
      member.applies += 1;
      member.begun ??= event.at;
      delete member.again;
      return;
    case 'applied':
      member.status = 'verifying';
      member.tries = 0;
      delete member.failure;
      return;
    case 'verified':
      member.status = 'done';
      member.ended = event.at;
      delete member.failure;
      return;
    case 'failed':
      member.tries += 1;
      member.failure = event.failure;
      if (event.again !== undefined) member.again = event.again;
      else {
        member.status = 'failed';
        member.ended = event.at;
      }
      return;
    case 'excluded':
      member.status = 'skipped';
      return;
    case 'retried':
      if (member.status === 'failed') member.status = member.plan === undefined ? 'untouched' : 'preflighted';
      member.tries = 0;
      delete member.again;
      delete member.ended;
      delete member.failure;
  }
}

function set(member: MemberState, status: MemberStatus, { plan, changes }: { plan: string; changes: number }): void {
  member.status = status;
  member.plan = plan;
  member.changes = changes;
  member.tries = 0;
  delete member.again;
}

export function foldEvents(events: readonly RolloutEvent[]): RolloutState {
  const [first, ...rest] = events;
  if (first === undefined) throw new Error('a rollout without an event');
  const state = beginState(first);
  for (const event of rest) addEvent(state, event);
  return state;
}
