import { Deployment } from '../../deployment/deployment';
import { withDeploymentLock } from '../../deployment/deployment-lock';
import { writeStacks } from '../../deployment/stack-folders';
import { stateBackend } from '../../deployment/state-backend';
import { OpenTofu } from '../../engines/opentofu';
import { byKey } from '../../model/stable-hash';
import { emitStacks } from '../../stacks/emit-stacks';
import { answerJson, type Context } from '../context';
import { deploymentFolder, passphraseOf } from '../deploy/open-deployment';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { table } from '../table';

export interface OutputInputs {
  readonly id: string;
  readonly out: string | undefined;
}

/** What a deployed environment hands on: ids of networks, subnets, routers, projects, zones; addresses of its entries. */
export interface HandOver {
  readonly environment: string;
  /** By stack, then by the name of the output, such as `network_finance_budget_app`. */
  readonly stacks: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How users reach each tier that has an entry. */
  readonly endpoints: readonly { readonly tier: string; readonly url: string; readonly address: string }[];
}

/** Prints what Kubernetes clusters and departments need to know of a deployed environment. Asks no cloud. */
export async function output({ id, out }: OutputInputs, context: Context): Promise<ExitCode> {
  const { design } = loadDesign(id, context);
  const folder = deploymentFolder(id, out, context);
  const states = await withDeploymentLock(folder.lock, `output ${id}`, async () => {
    const tofu = await OpenTofu.find({ surroundings: context.surroundings, cloud: false, signal: context.signal });
    const stacks = writeStacks(folder, emitStacks(design), design.stacks, stateBackend(id, context.surroundings));
    return new Deployment({ tofu, folder, stacks, passphrase: passphraseOf(context) }).states();
  });
  const outputs = [...states].map(([name, state]) => {
    const texts = Object.entries(state.outputs).filter((one): one is [string, string] => typeof one[1] === 'string');
    return [name, Object.fromEntries(texts.sort(([a], [b]) => byKey(a, b)))] as const;
  });
  const made = new Set(outputs.flatMap(([name, values]) => (Object.keys(values).length > 0 ? [name] : [])));
  const endpoints = design.tenants
    .filter(({ key }) => made.has(`tenant-${key}`))
    .flatMap(({ vpcs }) => vpcs.flatMap(({ entries }) => entries))
    .map(({ key, host, port, floatingIp }) => ({
      tier: key,
      url: `https://${host}${port === 443 ? '' : `:${port}`}`,
      address: floatingIp.address,
    }));
  const handOver: HandOver = { environment: id, stacks: Object.fromEntries(outputs), endpoints };
  if (context.json) answerJson(context, handOver);
  else for (const line of rows(handOver)) context.output.data(line);
  return ExitCode.ok;
}

function rows({ stacks, endpoints }: HandOver): string[] {
  const ids = Object.entries(stacks).flatMap(([stack, values]) =>
    Object.entries(values).map(([name, value]) => [stack, name, value]),
  );
  return table({ rows: [...ids, ...endpoints.map(({ tier, url, address }) => [tier, url, address])] });
}
