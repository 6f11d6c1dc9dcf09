import { type Fields, fieldsAt, isFields, listAt } from '../../model/manifest-fields';
import { readBlock } from '../packets/ip-block';
import { EVERYTHING, type LabelSelector, type Requirement } from './label-selector';
import type { Peer, PortMatch, Protocol } from './pod-policy';
import type { PodDoubt } from './pod-world';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;
const PROTOCOLS: readonly unknown[] = ['TCP', 'UDP', 'SCTP'];

/** Reads the parts of one policy; what it does not understand becomes a doubt about that policy. */
export class RuleReader {
  readonly doubts: PodDoubt[] = [];

  constructor(
    private readonly policy: string,
    private readonly place: string,
  ) {}

  doubt(what: string): void {
    this.doubts.push({ place: this.place, what: `${this.policy}: ${what}` });
  }

  /** Doubts every key of a part that is none of `known`: a newer API may narrow or widen a rule by it. */
  known(part: Fields, name: string, ...known: readonly string[]): void {
    for (const key of strangeKeys(part, ...known)) this.doubt(`${name}.${key}`);
  }

  selector(value: unknown): LabelSelector {
    if (!isFields(value)) return EVERYTHING;
    this.known(value, 'selector', 'matchLabels', 'matchExpressions');
    const equal = Object.entries(fieldsAt(value, 'matchLabels')).map(
      ([key, wanted]): Requirement => ({ key, operator: 'In', values: [String(wanted)] }),
    );
    const expressions = (listAt(value, 'matchExpressions') ?? []).flatMap((one): Requirement[] => {
      const { key, operator, values } = (isFields(one) ? one : {}) as Fields;
      const known = OPERATORS.find((word) => word === operator);
      if (typeof key === 'string' && known) {
        return [{ key, operator: known, values: Array.isArray(values) ? values.map(String) : [] }];
      }
      this.doubt(`matchExpressions with operator ${String(operator)}`);
      return [];
    });
    return { requirements: [...equal, ...expressions] };
  }

  /** A peer by labels of namespaces and of pods, as all kinds of policies have it. */
  pods(value: Fields): Peer {
    return {
      kind: 'pods',
      namespaces: this.selector(value['namespaceSelector']),
      pods: this.selector(value['podSelector']),
    };
  }

  /** An address block; undefined, and doubted, where it is none. */
  block(cidr: unknown, except: readonly unknown[] = []): Peer | undefined {
    for (const text of [cidr, ...except]) {
      if (typeof text === 'string' && readBlock(text)) continue;
      this.doubt(`address block ${String(text)}`);
      return undefined;
    }
    return { kind: 'block', cidr: cidr as string, except: except as readonly string[] };
  }

  protocol(value: unknown): Protocol | undefined {
    if (value === undefined || value === null) return 'TCP';
    if (PROTOCOLS.includes(value)) return value as Protocol;
    this.doubt(`protocol ${String(value)}`);
    return undefined;
  }

  /** Ports `from`–`to`; undefined, and doubted, where they are none that the API server takes. */
  range(protocol: Protocol | undefined, from: unknown, to: unknown = from): PortMatch | undefined {
    if (!protocol) return undefined;
    if (isPort(from) && isPort(to) && from <= to) return { protocol, from, to };
    this.doubt(`ports ${String(from)}–${String(to)}`);
    return undefined;
  }
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 65_535;
}

/** Keys of an object that are none of `known`. */
function strangeKeys(object: Fields, ...known: readonly string[]): readonly string[] {
  return Object.keys(object).filter((key) => !known.includes(key) && object[key] !== undefined && object[key] !== null);
}
