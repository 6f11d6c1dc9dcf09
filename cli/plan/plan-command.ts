import type { CommandSpec } from '../command-spec';
import { only, onSides } from '../kubernetes/both-sides';
import { env, out } from '../usual-options';

/** What each side of a cloud would become. */
export const planCommand: CommandSpec = {
  name: 'plan',
  about: {
    en: 'synthesise, and let OpenTofu plan every stack; needs no cloud',
    zh: '生成配置并由 OpenTofu 计划每个堆栈，无需连接云',
  },
  arguments: [env],
  options: [
    {
      flags: '--stack <name>',
      about: {
        en: 'only this stack, with the plan as OpenTofu prints it',
        zh: '仅此堆栈，并输出 OpenTofu 的计划全文',
      },
    },
    { flags: '--full', about: { en: 'the plan of every stack as OpenTofu prints it', zh: '输出每个堆栈的计划全文' } },
    {
      flags: '--cloud <name>',
      about: {
        en: 'a cloud of clouds.yaml, or `sandbox`: plan against it and its states',
        zh: 'clouds.yaml 中的云，或 `sandbox`：针对该云及其状态计划',
      },
    },
    {
      flags: '--save <file>',
      about: { en: 'keep the plan for `apply --saved`', zh: '保存计划，供 `apply --saved` 执行' },
    },
    only,
    out,
    { flags: '--detailed-exitcode', about: { en: 'exit with 2 when there are changes', zh: '有变更时退出码为 2' } },
  ],
  run: (given, context) => {
    const stack = given.value('stack');
    return onSides({
      only: given.has('save') ? 'openstack' : given.value('only'),
      context,
      first: 'openstack',
      openstack: (heard) =>
        (require('../commands/plan') as typeof import('../commands/plan')).plan(
          {
            id: given.names[0] ?? '',
            pods: !given.has('save') && !given.has('only') && stack === undefined,
            stack,
            full: given.has('full'),
            out: given.value('out'),
            cloud: given.value('cloud'),
            save: given.value('save'),
            detailedExitCode: given.has('detailedExitcode'),
          },
          heard,
        ),
      kubernetes: async (heard, optional) =>
        optional && stack !== undefined
          ? undefined
          : (require('../kubernetes/plan-clusters') as typeof import('../kubernetes/plan-clusters')).planClusters(
              {
                id: given.names[0] ?? '',
                cloud: given.value('cloud'),
                out: given.value('out'),
                stack,
                full: given.has('full') || stack !== undefined,
                detailedExitCode: given.has('detailedExitcode'),
                optional,
              },
              heard,
            ),
    });
  },
};
