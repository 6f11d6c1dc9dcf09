import { furnishCloud } from '../../deployment/furnish-cloud';
import { findCredentials } from '../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../deployment/openstack/keystone-session';
import { type PresumedCloud, presumedCloud } from '../../deployment/presumed-cloud';
import {
  type SandboxAskProps,
  type SandboxStatus,
  type SandboxUpProps,
  sandboxAsk,
  sandboxDown,
  sandboxReset,
  sandboxStartRegion,
  sandboxStatus,
  sandboxStopRegion,
  sandboxUp,
} from '../../sandbox/index';
import { answer, answerJson, type Context, show, tell } from '../context';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { table } from '../table';

export interface SandboxUpInputs {
  /** Environments that it is made ready for. */
  readonly environments: readonly string[];
  readonly network: 'ovs' | 'ovn' | undefined;
  readonly portOffset: string | undefined;
  readonly tokenSeconds: string | undefined;
  readonly regions: readonly string[];
  readonly state: string | undefined;
}

export function sandboxUpCommand(inputs: SandboxUpInputs, context: Context): Promise<ExitCode> {
  return upWith(sandboxUp, inputs, context);
}

export function sandboxResetCommand(inputs: SandboxUpInputs, context: Context): Promise<ExitCode> {
  return upWith(sandboxReset, inputs, context);
}

/** Brings it up with what the environments presume: names in its settings, volume types and certificates by its APIs. */
async function upWith(
  up: (props: SandboxUpProps) => Promise<SandboxStatus>,
  inputs: SandboxUpInputs,
  context: Context,
): Promise<ExitCode> {
  const presumed = presumedCloud(inputs.environments.map((id) => loadDesign(id, context).design));
  const { signal } = context;
  const status = await up({
    ...settingsOf(inputs, presumed),
    signal,
    onProgress: (step) => tell(context, { en: `· ${step.en}`, zh: `· ${step.zh}` }),
  });
  await furnish(status, presumed, context);
  return say(status, context);
}

function settingsOf(inputs: SandboxUpInputs, presumed: PresumedCloud): SandboxUpProps {
  const { network, portOffset, tokenSeconds, state, environments } = inputs;
  const regions = inputs.regions.length > 0 ? inputs.regions : presumed.regions;
  return {
    ...(regions.length > 0 && { regions }),
    ...(environments.length > 0 && { physnets: presumed.physnets, azs: presumed.zones }),
    ...(network !== undefined && { network }),
    ...(portOffset !== undefined && { portOffset: Number(portOffset) }),
    ...(tokenSeconds !== undefined && { tokenSeconds: Number(tokenSeconds) }),
    ...(state !== undefined && { state }),
  };
}

async function furnish(status: SandboxStatus, presumed: PresumedCloud, context: Context): Promise<void> {
  if (presumed.volumeTypes.length + presumed.certificates.length === 0 || status.cloudsFile === undefined) return;
  show(context, { en: 'volume types and certificates', zh: '准备云硬盘类型与证书' });
  const surroundings = { OS_CLIENT_CONFIG_FILE: status.cloudsFile };
  const credentials = findCredentials({ cloud: 'sandbox', surroundings, folder: context.folder });
  const session = await KeystoneSession.open(credentials, context.signal);
  try {
    await furnishCloud(session, { ...presumed, regions: status.settings?.regions ?? presumed.regions });
  } finally {
    session.close();
  }
}

export interface SandboxDownInputs {
  readonly state: string | undefined;
  readonly wipe: boolean;
}

export async function sandboxDownCommand({ state, wipe }: SandboxDownInputs, context: Context): Promise<ExitCode> {
  return say(await sandboxDown({ state, wipe }), context);
}

export async function sandboxStatusCommand(
  { state }: Pick<SandboxDownInputs, 'state'>,
  context: Context,
): Promise<ExitCode> {
  return say(sandboxStatus({ state }), context);
}

export async function sandboxAskCommand(props: Omit<SandboxAskProps, 'signal'>, context: Context): Promise<ExitCode> {
  const { verdict, reason, ...more } = await sandboxAsk({ ...props, signal: context.signal });
  if (context.json) answerJson(context, { verdict, reason, ...more });
  else context.output.data(`${verdict} ${reason}`);
  return ExitCode.ok;
}

export interface SandboxRegionInputs {
  readonly region: string;
  readonly stop: boolean;
  readonly state: string | undefined;
}

export async function sandboxRegionCommand(inputs: SandboxRegionInputs, context: Context): Promise<ExitCode> {
  const { region, stop, state } = inputs;
  const work = stop ? sandboxStopRegion : sandboxStartRegion;
  return say(await work({ region, state, signal: context.signal }), context);
}

function say(status: SandboxStatus, context: Context): ExitCode {
  if (context.json) {
    answerJson(context, status);
    return ExitCode.ok;
  }
  const { condition, state, services, authUrl, cloudsFile } = status;
  const words = { absent: '不存在', down: '已停止', partial: '部分运行', up: '运行中' }[condition];
  answer(context, { en: `sandbox ${condition}: ${state}`, zh: `沙箱${words}：${state}` });
  if (condition === 'partial')
    for (const line of table({
      rows: services.filter(({ pid }) => pid === undefined).map(({ name, log }) => [name, log]),
    }))
      answer(context, { en: `not running: ${line}`, zh: `未运行：${line}` });
  if (condition === 'up') {
    answer(context, { en: `Keystone: ${authUrl}`, zh: `Keystone：${authUrl}` });
    tell(context, {
      en: `use it with --cloud sandbox; for other clients: export OS_CLIENT_CONFIG_FILE=${cloudsFile} OS_CLOUD=sandbox`,
      zh: `使用方法：--cloud sandbox；其他客户端：export OS_CLIENT_CONFIG_FILE=${cloudsFile} OS_CLOUD=sandbox`,
    });
  }
  return ExitCode.ok;
}
