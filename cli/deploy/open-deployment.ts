import { Deployment } from '../../deployment/deployment';
import { DeploymentFolder } from '../../deployment/deployment-folder';
import { leftStacks } from '../../deployment/left-stacks';
import { findCredentials } from '../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../deployment/openstack/keystone-session';
import { writeStacks } from '../../deployment/stack-folders';
import { recordStacks } from '../../deployment/stack-record';
import type { StackUnit } from '../../deployment/stack-unit';
import { stateBackend } from '../../deployment/state-backend';
import type { EngineEvent } from '../../engines/engine-event';
import { OpenTofu } from '../../engines/opentofu';
import { PASSPHRASE } from '../../engines/state-encryption';
import type { Design } from '../../model/design/design';
import { ProblemsError } from '../../model/problem';
import { STATE_PASSPHRASE } from '../../model/problems/state-problems';
import { sandboxStatus } from '../../sandbox/sandbox-status';
import { emitStacks } from '../../stacks/emit-stacks';
import { type Context, pause } from '../context';
import { outFolder } from '../out-folder';

export interface OpenDeploymentProps {
  readonly id: string;
  readonly design: Design;
  /** Name in clouds.yaml. @default OS_CLOUD or the OS_* variables */
  readonly cloud: string | undefined;
  readonly out: string | undefined;
  /** Whether the cloud is to be changed. */
  readonly changes: boolean;
  /** How many stacks at a time. @default the number of processors */
  readonly parallel?: number;
  readonly onEvent?: (stack: StackUnit, event: EngineEvent) => void;
}

export interface OpenDeployment {
  readonly deployment: Deployment;
  readonly session: KeystoneSession;
}

export function deploymentFolder(id: string, out: string | undefined, context: Context): DeploymentFolder {
  return new DeploymentFolder(outFolder(id, out, context));
}

/** A session with the cloud that was named; the sandbox is known without a clouds.yaml. Throws ProblemsError. */
export async function openSession(cloud: string | undefined, context: Context): Promise<KeystoneSession> {
  const { surroundings, folder, signal } = context;
  const further = sandboxStatus().cloudsFile;
  const credentials = findCredentials({
    surroundings,
    folder,
    ...(cloud === undefined ? {} : { cloud }),
    ...(further === undefined ? {} : { further }),
  });
  return KeystoneSession.open(credentials, signal);
}

/**
 * Everything that a command needs to work on the cloud of an environment. Whoever calls it holds the lock. Throws
 * ProblemsError before anything is written where the account, the regions or the passphrase cannot do.
 */
export async function openDeployment(props: OpenDeploymentProps, context: Context): Promise<OpenDeployment> {
  const { design, id, out, changes, parallel, onEvent } = props;
  const passphrase = passphraseOf(context);
  const backend = stateBackend(id, context.surroundings);
  const session = await openSession(props.cloud, context);
  const problems = session.problems(
    design.sites.map(({ region }) => region),
    changes,
  );
  if (problems.length > 0) throw new ProblemsError(problems);
  const folder = deploymentFolder(id, out, context);
  const { signal } = context;
  const tofu = await OpenTofu.find({ surroundings: session.surroundings(context.surroundings), cloud: true, signal });
  await pause(context);
  const stacks = writeStacks(folder, emitStacks(design), design.stacks, backend);
  await pause(context);
  const left = leftStacks(folder, stacks, backend);
  recordStacks(folder.record, stacks);
  const deployment = new Deployment({
    tofu,
    folder,
    stacks,
    left,
    passphrase,
    signal,
    ...(parallel === undefined ? {} : { parallel }),
    ...(onEvent === undefined ? {} : { onEvent }),
  });
  return { deployment, session };
}

/** OpenTofu asks for sixteen characters. */
const SHORTEST = 16;

/** Whether there is a passphrase for states. Throws ProblemsError for one that OpenTofu would refuse. */
export function passphraseOf({ surroundings }: Context): boolean {
  const passphrase = surroundings[PASSPHRASE] ?? '';
  if (passphrase !== '' && passphrase.length < SHORTEST) {
    const reason = { en: `it has ${passphrase.length} characters`, zh: `仅有 ${passphrase.length} 个字符` };
    throw new ProblemsError([STATE_PASSPHRASE.at(PASSPHRASE, { reason })]);
  }
  return passphrase !== '';
}
