import { findOpenTofu, programOnPath } from '../../engines/find-opentofu';
import { counted } from '../../model/counted';
import type { Design } from '../../model/design/design';
import { ProblemsError } from '../../model/problem';
import { type Synthesis, synthesise } from '../../stacks/synthesise';
import { answer, answerJson, type Context, pause, tell } from '../context';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { outFolder, shownFolder } from '../out-folder';
import { buildEngines } from './engines';
import { plan } from './plan';
import { resourcesOf } from './synth';

/** A province, and a county that is planned in about a minute. */
const PROVINCE = 'hebei';
const COUNTY = 'guangxi/liuzhou/liucheng';

/** A first look: two clouds described, decided and synthesised, and a real plan where OpenTofu is there. */
export async function start(context: Context): Promise<ExitCode> {
  const results = [];
  for (const id of [PROVINCE, COUNTY]) {
    await pause(context);
    const { design } = loadDesign(id, context);
    const synthesis = synthesise(design, outFolder(id, undefined, context));
    results.push({ environment: id, resources: resourcesOf(synthesis.manifest), stacks: synthesis.stacks });
    if (!context.json) sayCloud(design, synthesis, context);
  }
  if (context.json) {
    answerJson(context, results);
    return ExitCode.ok;
  }
  answer(context, { en: '', zh: '' });
  const code = (await hasOpenTofu(context)) ? await planCounty(context) : ExitCode.ok;
  answer(context, {
    en: `\nnext: npx egov show ${PROVINCE} · npx egov plan ${PROVINCE} · npx egov explain F13 · docs/guide/getting-started.md`,
    zh: `\n下一步：npx egov show ${PROVINCE} · npx egov plan ${PROVINCE} · npx egov explain F13 · docs/guide/getting-started.md`,
  });
  return code;
}

function sayCloud(design: Design, { manifest, stacks }: Synthesis, context: Context): void {
  const { environment, name, planes, tenants, intent } = design;
  const zones = planes.reduce((sum, plane) => sum + plane.zones.length, 0);
  const networks = tenants.flatMap(({ vpcs }) => vpcs.flatMap((vpc) => vpc.networks)).length;
  const [resources, folder] = [resourcesOf(manifest), shownFolder(stacks, context)];
  answer(context, {
    en: [
      `${environment} · ${name}`,
      `  decided      ${counted(planes.length, 'plane')}, ${counted(zones, 'zone')}, ${counted(tenants.length, 'department')} with ${counted(networks, 'network')}`,
      `  allowed      ${counted(intent.flows.length, 'flow')}; everything else is denied`,
      `  synthesised  ${counted(resources, 'resource')} in ${counted(manifest.stacks.length, 'stack')} → ${folder}`,
    ].join('\n'),
    zh: [
      `${environment} · ${name}`,
      `  设计  ${planes.length} 个平面，${zones} 个区域，${tenants.length} 个部门，${networks} 个网络`,
      `  允许  ${intent.flows.length} 条流，其余一律拒绝`,
      `  生成  ${manifest.stacks.length} 个堆栈，共 ${resources} 个资源 → ${folder}`,
    ].join('\n'),
  });
}

/** Whether OpenTofu is here, or can be built because Go is. */
async function hasOpenTofu(context: Context): Promise<boolean> {
  const { surroundings } = context;
  try {
    await findOpenTofu(surroundings);
    return true;
  } catch (error) {
    if (error instanceof ProblemsError && !surroundings['EGOV_TOFU'] && programOnPath('go', surroundings)) {
      tell(context, {
        en: 'OpenTofu is not here, and Go is: building it, once for this user (some minutes; Ctrl-C leaves it out)',
        zh: '未找到 OpenTofu，但有 Go：正在为当前用户构建一次（数分钟；可用 Ctrl-C 跳过）',
      });
      await buildEngines(context);
      return true;
    }
    if (!(error instanceof ProblemsError)) throw error;
    for (const { message, fix } of error.problems)
      answer(context, {
        en: `no plan yet: ${message.en}\n  ${fix.en}`,
        zh: `尚无计划：${message.zh}\n  ${fix.zh}`,
      });
    return false;
  }
}

function planCounty(context: Context): Promise<ExitCode> {
  tell(context, { en: `OpenTofu plans ${COUNTY}:`, zh: `OpenTofu 正在计划 ${COUNTY}：` });
  return plan({ id: COUNTY, full: false, detailedExitCode: false }, context);
}
