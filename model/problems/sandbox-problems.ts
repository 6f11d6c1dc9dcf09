import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const SANDBOX_SYSTEM = new ProblemKind<{ tool: string }>({
  code: 'SANDBOX_SYSTEM',
  why: text(
    'The sandbox runs the OpenStack that Debian packages; it does not build one.',
    '沙箱运行 Debian 打包的 OpenStack，不自行构建。',
  ),
  message: ({ tool }) => text(`there is no ${tool} on this machine`, `本机没有 ${tool}`),
  fix: () =>
    text(
      'use Debian 12, or a container or virtual machine of it; design, proof and review need no sandbox',
      '使用 Debian 12（或其容器、虚拟机）；设计、证明与评审不需要沙箱',
    ),
});

export const SANDBOX_PACKAGES = new ProblemKind<{ missing: readonly string[]; command: string }>({
  code: 'SANDBOX_PACKAGES',
  why: text(
    'The sandbox needs the Python libraries of the OpenStack services and MariaDB. It installs nothing by itself.',
    '沙箱需要 OpenStack 各服务的 Python 库和 MariaDB，且不会自行安装软件。',
  ),
  message: ({ missing }) => text(`missing packages: ${missing.join(', ')}`, `缺少软件包：${missing.join('、')}`),
  fix: ({ command }) => text(`run ${command}`, `运行 ${command}`),
});

export const SANDBOX_DOWNLOAD = new ProblemKind<{ packages: readonly string[]; reason: string }>({
  code: 'SANDBOX_DOWNLOAD',
  why: text(
    'Some packages are unpacked into the cache and not installed: their installation would start services.',
    '部分软件包仅解压到缓存而不安装，以免安装时启动服务。',
  ),
  message: ({ packages, reason }) =>
    text(`cannot fetch ${packages.join(', ')}: ${reason}`, `无法获取 ${packages.join('、')}：${reason}`),
  fix: () =>
    text(
      'run apt-get update as root and check that the Debian mirror can be reached',
      '以 root 运行 apt-get update，并检查能否访问 Debian 软件源',
    ),
});

export const SANDBOX_PORT = new ProblemKind<{ port: number; service: string; free?: number | undefined }>({
  code: 'SANDBOX_PORT',
  why: text(
    'Every service has a fixed port on 127.0.0.1, which the catalogue names.',
    '每个服务在 127.0.0.1 上使用固定端口，并写入服务目录。',
  ),
  message: ({ port, service }) =>
    text(`port ${port} of ${service} is taken by another program`, `${service} 的端口 ${port} 已被其他程序占用`),
  fix: ({ free }) =>
    free === undefined
      ? text('end that program, or choose another --port-offset', '结束该程序，或使用其他 --port-offset')
      : text(`end that program, or use --port-offset ${free}`, `结束该程序，或使用 --port-offset ${free}`),
});

export const SANDBOX_NAME = new ProblemKind<{ option: string; value: string; expected: Text }>({
  code: 'SANDBOX_NAME',
  why: text(
    'The names become folders, databases and names in OpenStack.',
    '这些名称会成为目录名、数据库名和 OpenStack 中的名称。',
  ),
  message: ({ option, value }) =>
    text(`${option} cannot be ${JSON.stringify(value)}`, `${option} 不能是 ${JSON.stringify(value)}`),
  fix: ({ expected }) => text(`use ${expected.en}`, `使用${expected.zh}`),
});

export const SANDBOX_SETTINGS = new ProblemKind<{ setting: string; was: string; asked: string }>({
  code: 'SANDBOX_SETTINGS',
  why: text(
    'Databases, catalogue and networks of a sandbox are made for its settings.',
    '沙箱的数据库、服务目录与网络均按其设置建立。',
  ),
  message: ({ setting, was, asked }) =>
    text(
      `this sandbox was made with ${setting} ${was}, and ${asked} is asked for`,
      `该沙箱以 ${setting} ${was} 建立，而现在要求 ${asked}`,
    ),
  fix: () =>
    text(
      'run egov sandbox reset with the new settings (everything in the sandbox is lost), or keep the old ones',
      '用新设置运行 egov sandbox reset（沙箱内容将丢失），或沿用原设置',
    ),
});

export const SANDBOX_BUSY = new ProblemKind<{ pid: number; command: string }>({
  code: 'SANDBOX_BUSY',
  why: text('Two commands would start and stop the same services.', '两个命令会同时启停相同的服务。'),
  message: ({ pid, command }) =>
    text(`egov sandbox ${command} is at work (process ${pid})`, `egov sandbox ${command} 正在运行（进程 ${pid}）`),
  fix: ({ pid }) => text(`wait for it, or end process ${pid}`, `等待其结束，或终止进程 ${pid}`),
});

export const SANDBOX_SERVICE = new ProblemKind<{ service: string; what: Text; log: string; lines: readonly string[] }>({
  code: 'SANDBOX_SERVICE',
  why: text('A sandbox is up when every service answers.', '所有服务均有应答，沙箱才算启动。'),
  message: ({ service, what, lines }) =>
    text([`${service} ${what.en}`, ...lines].join('\n    '), [`${service} ${what.zh}`, ...lines].join('\n    ')),
  fix: ({ log }) =>
    text(
      `read ${log}; egov sandbox reset starts over with a clean cloud`,
      `查看 ${log}；egov sandbox reset 可重新得到干净的云`,
    ),
});

export const SANDBOX_DOWN = new ProblemKind<{ part: string }>({
  code: 'SANDBOX_DOWN',
  why: text('A question is answered by the running sandbox.', '问题由运行中的沙箱回答。'),
  message: ({ part }) => text(`${part} is not running`, `${part} 未运行`),
  fix: () => text('run egov sandbox up', '运行 egov sandbox up'),
});

export const SANDBOX_NOT_OVN = new ProblemKind<{ network: string }>({
  code: 'SANDBOX_NOT_OVN',
  why: text(
    'Only OVN keeps what becomes of a packet in a database; with ovs there is no data plane to ask.',
    '只有 OVN 把报文去向写入数据库；ovs 模式没有可询问的数据面。',
  ),
  message: ({ network }) => text(`this sandbox runs with --network ${network}`, `该沙箱以 --network ${network} 运行`),
  fix: () => text('run egov sandbox reset --network ovn', '运行 egov sandbox reset --network ovn'),
});

export const SANDBOX_QUESTION = new ProblemKind<{ reason: string }>({
  code: 'SANDBOX_QUESTION',
  why: text(
    'A packet starts at a port or on the wire of a provider network, and goes to an address.',
    '报文从端口或运营商网络的线路出发，去往某个地址。',
  ),
  message: ({ reason }) => text(`the question makes no sense: ${reason}`, `问题无法理解：${reason}`),
  fix: () =>
    text(
      'name ports as `openstack port list` does, or NETWORK@ADDRESS, and the protocol as tcp/443, udp/53 or icmp',
      '端口用 `openstack port list` 中的名称，或写 NETWORK@ADDRESS；协议写 tcp/443、udp/53 或 icmp',
    ),
});

export const SANDBOX_FOLDER = new ProblemKind<{ folder: string; reason: Text }>({
  code: 'SANDBOX_FOLDER',
  why: text(
    'The sandbox removes and restores its folder as a whole, so it uses only one that it made.',
    '沙箱会整体删除并恢复其目录，因此只使用自己建立的目录。',
  ),
  message: ({ folder, reason }) => text(`${folder} ${reason.en}`, `${folder} ${reason.zh}`),
  fix: () => text('name another folder with --state DIR', '用 --state DIR 指定其他目录'),
});

export const SANDBOX_REGION = new ProblemKind<{ region: string; known: readonly string[] }>({
  code: 'SANDBOX_REGION',
  why: text('A sandbox has the regions that it was made with.', '沙箱只含建立时指定的区域。'),
  message: ({ region }) => text(`the sandbox has no region ${region}`, `沙箱没有区域 ${region}`),
  fix: ({ known }) => text(`use one of: ${known.join(', ')}`, `可用：${known.join('、')}`),
});
