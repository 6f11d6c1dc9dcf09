import type { Design } from '../model/design/design';
import type { NetworkDriver } from '../model/intent';
import { Case } from '../proof/judge/case';
import { readWorld } from '../proof/reading/read-world';
import { ResourceTable } from '../proof/reading/resource-table';
import { JudgedResources } from './judged-resources';
import type { Manifest } from './manifest';
import { Openings } from './openings';
import type { Thing } from './thing';

/** What a policy cannot do without; at a door that has none of it the policy is not asked. */
export type Need = 'design' | 'resources' | 'manifests';

export interface SubjectProps {
  /** Absent for a plan or manifests that nobody here designed. */
  readonly design?: Design | undefined;
  /** What was emitted, or what a plan holds. */
  readonly table?: ResourceTable | undefined;
  /** Blocks that configure a provider. @default none */
  readonly providers?: readonly ProviderBlock[] | undefined;
  readonly manifests?: readonly Manifest[] | undefined;
  /** @default the driver of the design, else unknown: an answer must hold for all */
  readonly driver?: NetworkDriver | undefined;
  /** These resources as a case of the proof, where somebody has it. @default read when a policy asks */
  readonly asked?: Case | undefined;
  /** Level at which everything is judged. @default that of each system, and of the platform */
  readonly level?: number | undefined;
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf: string;
}

/** `provider "openstack" {}` as it is written. Its level is the platform's. */
export interface ProviderBlock {
  /** `openstack`, or `openstack.<alias>`. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Level of a platform that no description names: that of nearly every government cloud. */
const USUAL_LEVEL = 3;

/** What policies judge, as plain data. One value for one run, so that a question is answered once. */
export class Subject {
  readonly design: Design | undefined;
  readonly resources: JudgedResources;
  readonly providers: readonly (ProviderBlock & Thing)[];
  readonly manifests: readonly Manifest[];
  /** Level of the platform, and of what is everybody's. */
  readonly mlps: number;
  readonly asOf: string;
  private asked: Openings | undefined;
  private questions = 0;

  constructor(private readonly props: SubjectProps) {
    this.design = props.design;
    this.mlps = props.level ?? props.design?.mlps ?? USUAL_LEVEL;
    this.asOf = props.asOf;
    this.manifests = props.manifests ?? [];
    this.resources = new JudgedResources(props.table ?? new ResourceTable([]), this.mlps, props.level);
    this.providers = (props.providers ?? []).map((one) => {
      const key = `provider ${one.name}`;
      return { ...one, key, place: key, mlps: this.mlps };
    });
  }

  /** Who can reach whom, by proof; computed at the first question. */
  get openings(): Openings {
    this.questions++;
    const driver = this.props.driver ?? this.design?.intent.network ?? { driver: 'unknown', release: 'unknown' };
    const known = this.props.asked;
    this.asked ??= new Openings(
      known ?? new Case(readWorld(this.resources.table), this.design?.intent, driver),
      this.resources,
      this.mlps,
    );
    return this.asked;
  }

  /** How often the proof was asked: who asked it in between needs it for an answer. */
  get proofQuestions(): number {
    return this.questions;
  }

  /** The platform as a whole, for what is declared once. */
  get platform(): Thing {
    const id = this.design?.environment;
    return { key: 'platform', place: id === undefined ? 'platform' : `environments/${id}`, mlps: this.mlps };
  }

  has(need: Need): boolean {
    if (need === 'design') return this.design !== undefined;
    return need === 'resources' ? this.resources.all.length > 0 : this.manifests.length > 0;
  }

  /** A part of the Design as a thing: `tier finance/budget/app`. */
  part(kind: string, { key, place }: Pick<Thing, 'key' | 'place'>, mlps: number = this.mlps): Thing {
    return { key: `${kind} ${key}`, place, mlps: this.props.level ?? mlps };
  }
}
