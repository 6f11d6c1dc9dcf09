import { CloudAccess } from '../../deployment/cloud-access';
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
import type { EmittedStack } from '../../model/emitted-stack';
import { ProblemsError } from '../../model/problem';
import { STATE_PASSPHRASE } from '../../model/problems/state-problems';
import { sandboxStatus } from '../../sandbox/sandbox-status';
import { emitStacks } from '../../stacks/emit-stacks';
import { type Context, pause } from '../context';
import { outFolder } from '../out-folder';
import { cloudNames } from './cloud-names';

export interface OpenDeploymentProps {
  readonly id: string;
  readonly design: Design;
  /** The stacks of the design, where they were emitted before, as for a proof. */
  readonly emitted?: readonly EmittedStack[];
  /** Names in clouds.yaml, as `cloudNames` reads them. @default OS_CLOUD or the OS_* variables */
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
  readonly clouds: CloudAccess;
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

/** A session with each cloud that was named. Throws ProblemsError. */
async function openClouds({ cloud, design }: OpenDeploymentProps, context: Context): Promise<CloudAccess> {
  const names = cloudNames(
    cloud,
    design.sites.map(({ key }) => key),
  );
  const own = new Map<string, KeystoneSession>();
  for (const [site, name] of names.own) own.set(site, await openSession(name, context));
  const primary = design.sites.find(({ role }) => role === 'primary')?.key ?? '';
  // Where every site has its own, none is looked for in the surroundings.
  const all = design.sites.every(({ key }) => own.has(key));
  const common = (all ? own.get(primary) : undefined) ?? (await openSession(names.common, context));
  return new CloudAccess(common, own);
}

/**
 * Everything that a command needs to work on the cloud of an environment. Whoever calls it holds the lock. Throws
 * ProblemsError before anything is written where the account, the regions or the passphrase cannot do.
 */
export async function openDeployment(props: OpenDeploymentProps, context: Context): Promise<OpenDeployment> {
  const { design, id, out, changes, parallel, onEvent } = props;
  const passphrase = passphraseOf(context);
  const backend = stateBackend(id, context.surroundings);
  const clouds = await openClouds(props, context);
  const problems = clouds.sessions.flatMap((session) => {
    const sites = design.sites.filter((site) => clouds.sessionOf({ site: site.key }) === session);
    return session.problems(
      sites.map(({ region }) => region),
      changes,
    );
  });
  if (problems.length > 0) {
    clouds.close();
    throw new ProblemsError(problems);
  }
  const folder = deploymentFolder(id, out, context);
  const { signal } = context;
  const engines = new Map<KeystoneSession, OpenTofu>();
  for (const session of clouds.sessions) {
    const surroundings = session.surroundings(context.surroundings);
    engines.set(session, await OpenTofu.find({ surroundings, cloud: true, signal }));
  }
  const tofuOf = (stack: StackUnit): OpenTofu => engines.get(clouds.sessionOf(stack)) as OpenTofu;
  const tofu = engines.get(clouds.common) as OpenTofu;
  await pause(context);
  const stacks = writeStacks(folder, props.emitted ?? emitStacks(design), design.stacks, backend);
  await pause(context);
  const left = leftStacks(folder, stacks, backend);
  recordStacks(folder.record, stacks);
  const deployment = new Deployment({
    tofu,
    tofuOf,
    folder,
    stacks,
    left,
    passphrase,
    signal,
    ...(parallel === undefined ? {} : { parallel }),
    ...(onEvent === undefined ? {} : { onEvent }),
  });
  return { deployment, clouds };
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
