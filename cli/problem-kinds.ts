import { ProblemKind } from '../model/problem';
import * as addresses from '../model/problems/address-problems';
import * as capacity from '../model/problems/capacity-problems';
import * as engines from '../model/problems/engine-problems';
import * as entries from '../model/problems/entry-problems';
import * as environments from '../model/problems/environment-problems';
import * as flows from '../model/problems/flow-problems';
import * as gap from '../model/problems/gap-problems';
import * as names from '../model/problems/name-problems';
import * as places from '../model/problems/place-problems';
import * as planes from '../model/problems/plane-problems';
import * as sandbox from '../model/problems/sandbox-problems';
import * as synthesis from '../model/problems/synthesis-problems';
import * as tiers from '../model/problems/tier-problems';
import * as ledger from './ledger-problems';
import * as usage from './usage-problems';

/** What `egov explain` and the reference need of a kind. */
export type KnownKind = Pick<ProblemKind<never>, 'code' | 'why'>;

const modules: Readonly<Record<string, object>> = {
  environments,
  places,
  planes,
  addresses,
  names,
  tiers,
  capacity,
  entries,
  flows,
  gap,
  ledger,
  synthesis,
  engines,
  sandbox,
  usage,
};

/** Every kind of problem by its subject, in the order in which a cloud is read, designed and deployed. */
export const problemKinds: Readonly<Record<string, readonly KnownKind[]>> = Object.fromEntries(
  Object.entries(modules).map(([subject, exported]) => [
    subject,
    Object.values(exported).filter((one): one is KnownKind => one instanceof ProblemKind),
  ]),
);
