import type { Problem } from '../model/problem';
import { ENGINE_CRASHED, ENGINE_REFUSED } from '../model/problems/engine-problems';
import { STATE_LOCKED } from '../model/problems/state-problems';
import { addressWords } from '../model/resource-name';
import type { Diagnostic } from './engine-event';
import { heldLock } from './held-lock';
import { refusalRepair } from './refusal-repair';
import type { RunEnd } from './run-program';
import type { StackFolder } from './stack-folder';
import { type Surroundings, withoutSecrets } from './surroundings';

export interface RefusalProps {
  readonly stack: StackFolder;
  readonly diagnostics: readonly Diagnostic[];
  /** How OpenTofu ended. */
  readonly end: Pick<RunEnd, 'panic'>;
  readonly surroundings: Surroundings;
}

/** What OpenTofu said, as problems. One refusal may meet many resources: it is said once, at the first of them. */
export function refusedBy({ diagnostics, ...props }: RefusalProps): Problem[] {
  const errors = new Map<string, Diagnostic[]>();
  const found = diagnostics.filter(({ severity }) => severity === 'error');
  const crashed = found.filter(({ summary }) => CRASHED.test(summary));
  for (const error of found) {
    if (crashed.includes(error)) continue;
    const words = `${error.summary}\n${error.detail}`.replaceAll(OWN, '');
    errors.set(words, [...(errors.get(words) ?? []), error]);
  }
  return [
    ...(crashed.length > 0 ? [crash(props, crashed.length)] : []),
    ...[...errors.values()].flatMap(([first, ...more]) =>
      first === undefined ? [] : [refused(props, first, more.length)],
    ),
  ];
}

/** OpenTofu's words for a call that its provider did not live to answer (`internal/plugin/grpc_error.go`). */
const CRASHED = /^Plugin did not respond$/;

const PROVIDER = { en: "OpenTofu's provider of OpenStack", zh: 'OpenTofu 的 OpenStack provider' };

function crash({ stack, end }: Omit<RefusalProps, 'diagnostics'>, calls: number): Problem {
  return ENGINE_CRASHED.at(stack.name, { engine: PROVIDER, reason: end.panic, calls });
}

function refused(
  { stack, surroundings }: Omit<RefusalProps, 'diagnostics'>,
  { place, summary, detail }: Diagnostic,
  more: number,
): Problem {
  const lock = /^Error acquiring the state lock/.test(summary) ? heldLock(detail) : undefined;
  if (lock !== undefined) return STATE_LOCKED.at(stack.name, lock);
  const values = {
    engine: 'OpenTofu',
    summary: withoutSecrets(summary, surroundings),
    detail: withoutSecrets(detail, surroundings),
    repair: refusalRepair(`${summary}\n${detail}`),
  };
  const at = place === '' ? stack.name : `${stack.name} ${place}`;
  if (!/^(data\.)?openstack_/.test(place)) return ENGINE_REFUSED.at(at, { ...values, more });
  const { en, zh } = addressWords(place);
  const asked = placeOf(stack, place);
  // Said in words, with the address for whoever looks into the state.
  const what = asked === undefined ? { en, zh } : { en: `${en} (${at})`, zh: `${zh}（${at}）` };
  return ENGINE_REFUSED.at(asked ?? at, { ...values, what, more });
}

/** Who asked for a resource; what is looked up is looked up for the resources of its name. */
function placeOf({ places = {} }: StackFolder, address: string): string | undefined {
  const [, name] = /^data\.[^.]+(\..+)$/.exec(address) ?? [];
  const known = name === undefined ? address : Object.keys(places).find((one) => one.endsWith(name));
  return places[known ?? address];
}

/** What an error says of its own resource only: type with name, and quoted addresses of an API. */
const OWN = /openstack_\w+( \S+)?:|"[^"]*"/g;
