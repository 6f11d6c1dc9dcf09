import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command-spec';

/** Commands around the sandbox. */
export const sandboxCommands: readonly CommandSpec[] = commands();

function commands(): CommandSpec[] {
  const state: OptionSpec = {
    flags: '--state <dir>',
    about: {
      en: 'folder of the sandbox; the default is below $XDG_STATE_HOME',
      zh: '沙箱目录，默认位于 $XDG_STATE_HOME',
    },
  };
  const kubernetes: OptionSpec = {
    flags: '--kubernetes',
    about: {
      en: 'the Kubernetes clusters instead: an API server with controllers and etcd for each',
      zh: '改为 Kubernetes 集群：各含 API 服务器、控制器与 etcd',
    },
  };
  const clusters: OptionSpec = {
    flags: '--clusters <name...>',
    about: {
      en: 'with --kubernetes: planes of the environments, or names; the default are all planes',
      zh: '与 --kubernetes 合用：环境的平面或集群名称，默认全部平面',
    },
  };
  const settings: readonly OptionSpec[] = [
    kubernetes,
    clusters,
    { flags: '--network <driver>', about: { en: 'network driver', zh: '网络驱动' }, choices: ['ovs', 'ovn'] },
    { flags: '--port-offset <n>', about: { en: 'added to every port', zh: '所有端口的偏移' } },
    {
      flags: '--token-seconds <n>',
      about: {
        en: 'how long a token of Keystone lasts, to try what expires',
        zh: 'Keystone 令牌有效秒数，用于测试过期',
      },
    },
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
  const loadClusters = () => require('../commands/sandbox-clusters') as typeof import('../commands/sandbox-clusters');
  return [
    {
      name: 'sandbox up',
      about: { en: 'bring it up, with what these environments presume', zh: '启动沙箱，并备妥所列环境的前提条件' },
      arguments: [envs],
      options: settings,
      run: (given, context) =>
        given.has('kubernetes')
          ? loadClusters().sandboxClustersUp(clusterInputs(given), context)
          : load().sandboxUpCommand(sandboxInputs(given), context),
    },
    {
      name: 'sandbox reset',
      about: { en: 'start over with a clean cloud; everything in it is lost', zh: '恢复为干净的云，沙箱内容将丢失' },
      arguments: [envs],
      options: settings,
      run: (given, context) =>
        given.has('kubernetes')
          ? loadClusters().sandboxClustersReset(clusterInputs(given), context)
          : load().sandboxResetCommand(sandboxInputs(given), context),
    },
    {
      name: 'sandbox down',
      about: { en: 'end it; the cloud stays on disk', zh: '停止沙箱，云的内容保留在磁盘上' },
      options: [{ flags: '--wipe', about: { en: 'remove the cloud too', zh: '同时删除云的内容' } }, kubernetes, state],
      run: (given, context) => {
        const props = { state: given.value('state'), wipe: given.has('wipe') };
        return given.has('kubernetes')
          ? loadClusters().sandboxClustersDown(props, context)
          : load().sandboxDownCommand(props, context);
      },
    },
    {
      name: 'sandbox status',
      about: { en: 'say what runs', zh: '显示运行状态' },
      options: [kubernetes, state],
      run: (given, context) => {
        const props = { state: given.value('state') };
        return given.has('kubernetes')
          ? loadClusters().sandboxClustersStatus(props, context)
          : load().sandboxStatusCommand(props, context);
      },
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
    tokenSeconds: given.value('tokenSeconds'),
    regions: given.values('region'),
    state: given.value('state'),
  };
}

function clusterInputs(given: Parameters<CommandSpec['run']>[0]) {
  return {
    environments: given.names,
    clusters: given.values('clusters'),
    portOffset: given.value('portOffset'),
    state: given.value('state'),
  };
}
