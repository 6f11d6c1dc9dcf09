import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command-spec';

const env: ArgumentSpec = {
  name: '<env>',
  about: {
    en: 'id of an environment, such as hebei or guangxi/liuzhou',
    zh: '环境标识，例如 hebei 或 guangxi/liuzhou',
  },
  completes: 'environments',
};

const cloud: OptionSpec = {
  flags: '--cloud <name>',
  about: {
    en: 'a cloud of clouds.yaml, or `sandbox`; the default is OS_CLOUD or the OS_* variables',
    zh: 'clouds.yaml 中的云，或 `sandbox`；默认取 OS_CLOUD 或 OS_* 变量',
  },
};

const out: OptionSpec = {
  flags: '--out <dir>',
  about: { en: 'folder of stacks and states; the default is .egov/<env>', zh: '堆栈与状态目录，默认 .egov/<env>' },
};

const yes: OptionSpec = {
  flags: '--yes',
  about: { en: 'do not ask; for machines', zh: '不再询问，供自动化使用' },
};

const parallel: OptionSpec = {
  flags: '--parallel <n>',
  about: { en: 'stacks at a time; the default is the number of processors', zh: '同时处理的堆栈数，默认为处理器数' },
};

const allowDestroy: OptionSpec = {
  flags: '--allow-destroy <address...>',
  about: { en: 'something protected that may go, as stack/address', zh: '允许删除的受保护资源，格式为 堆栈/地址' },
};

const reason: OptionSpec = {
  flags: '--reason <text>',
  about: { en: 'why; kept beside the state', zh: '原因，随状态保存' },
};

/** Commands that work on a cloud. Each is loaded when it runs. */
export const deployCommands: readonly CommandSpec[] = [
  {
    name: 'apply',
    about: { en: 'make the cloud what the environment says, stack by stack', zh: '按环境描述逐堆栈变更云' },
    arguments: [{ ...env, name: '[env]' }],
    options: [
      cloud,
      {
        flags: '--saved <file>',
        about: { en: 'apply what `plan --save` wrote, and nothing else', zh: '仅执行 `plan --save` 保存的计划' },
      },
      yes,
      allowDestroy,
      reason,
      parallel,
      out,
    ],
    run: (given, context) =>
      (require('../commands/apply') as typeof import('../commands/apply')).apply(
        {
          id: given.names[0],
          cloud: given.value('cloud'),
          saved: given.value('saved'),
          yes: given.has('yes'),
          allowDestroy: given.values('allowDestroy'),
          reason: given.value('reason'),
          parallel: given.value('parallel'),
          out: given.value('out'),
        },
        context,
      ),
  },
  {
    name: 'destroy',
    about: { en: 'take everything of an environment out of the cloud', zh: '从云中移除环境的全部资源' },
    arguments: [env],
    options: [cloud, yes, allowDestroy, reason, parallel, out],
    run: (given, context) =>
      (require('../commands/destroy') as typeof import('../commands/destroy')).destroy(
        {
          id: given.names[0] ?? '',
          cloud: given.value('cloud'),
          yes: given.has('yes'),
          allowDestroy: given.values('allowDestroy'),
          reason: given.value('reason'),
          parallel: given.value('parallel'),
          out: given.value('out'),
        },
        context,
      ),
  },
  {
    name: 'drift',
    about: { en: 'say what is otherwise in the cloud than it was left', zh: '显示云与部署结果的差异' },
    arguments: [env],
    options: [
      cloud,
      out,
      {
        flags: '--detailed-exitcode',
        about: { en: 'as with plan; 2 is given in any case', zh: '同 plan；有差异时总是返回 2' },
      },
    ],
    run: (given, context) =>
      (require('../commands/drift') as typeof import('../commands/drift')).drift(placed(given), context),
  },
  {
    name: 'adopt',
    about: {
      en: 'find what exists already, and import it with the next plan',
      zh: '查找已存在的资源，并在下次计划时导入',
    },
    arguments: [env],
    options: [cloud, out],
    run: (given, context) =>
      (require('../commands/adopt') as typeof import('../commands/adopt')).adopt(placed(given), context),
  },
  {
    name: 'output',
    about: {
      en: 'print what others need of a deployed environment: ids and endpoints',
      zh: '输出部署结果：标识与访问地址',
    },
    arguments: [env],
    options: [out],
    run: (given, context) =>
      (require('../commands/output') as typeof import('../commands/output')).output(placed(given), context),
  },
  {
    name: 'unlock',
    about: { en: 'give back the lock of a state whose holder is gone', zh: '释放持有者已消失的状态锁' },
    arguments: [env],
    options: [
      cloud,
      out,
      { flags: '--stack <name>', about: { en: 'whose state', zh: '状态所属堆栈' } },
      { flags: '--lock <id>', about: { en: 'as the refusal names it', zh: '报错中给出的锁标识' } },
    ],
    run: (given, context) =>
      (require('../commands/unlock') as typeof import('../commands/unlock')).unlock(
        { ...placed(given), stack: given.value('stack') ?? '', lock: given.value('lock') ?? '' },
        context,
      ),
  },
  ...sandboxCommands(),
];

function placed(given: Parameters<CommandSpec['run']>[0]) {
  return { id: given.names[0] ?? '', cloud: given.value('cloud'), out: given.value('out') };
}

/** What each group of these commands is about. */
export const deployGroups: Readonly<Record<string, CommandSpec['about']>> = {
  sandbox: {
    en: 'a real OpenStack control plane on this machine, to try a change on',
    zh: '本机上的真实 OpenStack 控制面，用于试验变更',
  },
};

function sandboxCommands(): CommandSpec[] {
  const state: OptionSpec = {
    flags: '--state <dir>',
    about: {
      en: 'folder of the sandbox; the default is below $XDG_STATE_HOME',
      zh: '沙箱目录，默认位于 $XDG_STATE_HOME',
    },
  };
  const settings: readonly OptionSpec[] = [
    { flags: '--network <driver>', about: { en: 'network driver', zh: '网络驱动' }, choices: ['ovs', 'ovn'] },
    { flags: '--port-offset <n>', about: { en: 'added to every port', zh: '所有端口的偏移' } },
    {
      flags: '--region <name...>',
      about: { en: 'regions; the default are those of the environments', zh: '区域，默认取自所列环境' },
    },
    state,
  ];
  const envs: ArgumentSpec = {
    name: '[env...]',
    about: { en: 'environments that it is to be ready for', zh: '沙箱需适配的环境' },
    completes: 'environments',
  };
  const load = () => require('../commands/sandbox') as typeof import('../commands/sandbox');
  return [
    {
      name: 'sandbox up',
      about: { en: 'bring it up, with what these environments presume', zh: '启动沙箱，并备妥所列环境的前提条件' },
      arguments: [envs],
      options: settings,
      run: (given, context) => load().sandboxUpCommand(sandboxInputs(given), context),
    },
    {
      name: 'sandbox reset',
      about: { en: 'start over with a clean cloud; everything in it is lost', zh: '恢复为干净的云，沙箱内容将丢失' },
      arguments: [envs],
      options: settings,
      run: (given, context) => load().sandboxResetCommand(sandboxInputs(given), context),
    },
    {
      name: 'sandbox down',
      about: { en: 'end it; the cloud stays on disk', zh: '停止沙箱，云的内容保留在磁盘上' },
      options: [{ flags: '--wipe', about: { en: 'remove the cloud too', zh: '同时删除云的内容' } }, state],
      run: (given, context) =>
        load().sandboxDownCommand({ state: given.value('state'), wipe: given.has('wipe') }, context),
    },
    {
      name: 'sandbox status',
      about: { en: 'say what runs', zh: '显示运行状态' },
      options: [state],
      run: (given, context) => load().sandboxStatusCommand({ state: given.value('state') }, context),
    },
    {
      name: 'sandbox ask',
      about: { en: 'ask OVN whether a packet passes', zh: '询问 OVN 报文能否通过' },
      arguments: [
        {
          name: '<source>',
          about: {
            en: 'a port by name, id or address, or NETWORK@ADDRESS',
            zh: '端口（名称、标识或地址），或 网络@地址',
          },
        },
        {
          name: '<destination>',
          about: { en: 'an address, a port, or NETWORK@ADDRESS', zh: '地址、端口，或 网络@地址' },
        },
        {
          name: '[service]',
          about: {
            en: 'such as tcp/443, udp/53, icmp; the default is tcp/443',
            zh: '例如 tcp/443、udp/53、icmp，默认 tcp/443',
          },
        },
      ],
      options: [{ flags: '--region <name>', about: { en: 'the default is the first', zh: '默认为第一个区域' } }, state],
      run: (given, context) => {
        const [source = '', destination = '', service] = given.names;
        const place = { region: given.value('region'), state: given.value('state') };
        return load().sandboxAskCommand({ source, destination, service, ...place }, context);
      },
    },
    ...(['stop-region', 'start-region'] as const).map((name): CommandSpec => {
      const stop = name === 'stop-region';
      return {
        name: `sandbox ${name}`,
        about: stop
          ? { en: 'take the services of a region away, as a fault does', zh: '停止一个区域的服务，模拟故障' }
          : { en: 'bring them back', zh: '恢复该区域的服务' },
        arguments: [{ name: '<region>', about: { en: 'its name', zh: '区域名称' } }],
        options: [state],
        run: (given, context) =>
          load().sandboxRegionCommand({ region: given.names[0] ?? '', stop, state: given.value('state') }, context),
      };
    }),
  ];
}

function sandboxInputs(given: Parameters<CommandSpec['run']>[0]) {
  return {
    environments: given.names,
    network: given.value('network') as 'ovs' | 'ovn' | undefined,
    portOffset: given.value('portOffset'),
    regions: given.values('region'),
    state: given.value('state'),
  };
}
