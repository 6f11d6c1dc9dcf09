import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const LEVEL_TOO_HIGH = new ProblemKind<{ what: Text; level: number; holder: Text; holderLevel: number }>({
  code: 'LEVEL_TOO_HIGH',
  why: text(
    'A platform hosts nothing above its own level: GB/T 22239-2019 7.2.2.1 a, 8.2.2.1 a.',
    'GB/T 22239-2019 8.2.2.1 a：平台不承载高于自身等级的系统。',
  ),
  message: ({ what, level, holder, holderLevel }) =>
    text(
      `${what.en} is of level ${level}, ${holder.en} of level ${holderLevel}`,
      `${what.zh}为 ${level} 级，而${holder.zh}为 ${holderLevel} 级`,
    ),
  fix: () => text('lower the level of the one, or raise that of the other', '调整系统或承载方的等级'),
});

export const TIER_ZONE = new ProblemKind<{ tier: string; zone: string; kind: string }>({
  code: 'TIER_ZONE',
  why: text(
    'Zones of the platform hold its own hosts; departments have servers in tenant zones only.',
    '平台区域不承载部门服务器。',
  ),
  message: ({ tier, zone, kind }) =>
    text(`${tier} is in ${zone}, a zone of the platform (${kind})`, `${tier} 位于平台区域 ${zone}（${kind}）`),
  fix: () =>
    text(
      'use app or data of the internet plane, or public, dept, vpn, data or share of the extranet',
      '请使用互联网 app、data 或政务外网 public、dept、vpn、data、share',
    ),
});

export const TIER_POOL = new ProblemKind<{ tier: string; plane: string; level: number }>({
  code: 'TIER_POOL',
  why: text(
    'Servers of a plane run on hosts of that plane, at least of their level.',
    '服务器须运行于同平面且等级相符的资源池。',
  ),
  message: ({ tier, plane, level }) =>
    text(
      `no pool of plane ${plane} takes ${tier} of level ${level}`,
      `平面 ${plane} 没有可承载 ${tier}（${level} 级）的资源池`,
    ),
  fix: ({ plane, level }) =>
    text(
      `name a pool of ${plane} whose \`mlps\` is ${level} or more`,
      `请选择 ${plane} 平面中 \`mlps\` 不低于 ${level} 的资源池`,
    ),
});

export const TIER_SITE = new ProblemKind<{ tier: string; plane: string; site: string }>({
  code: 'TIER_SITE',
  why: text(
    'Departments have their servers at the primary site; other sites take their backups and replicas.',
    '部门服务器位于主站点，其他站点承接备份与副本。',
  ),
  message: ({ tier, plane, site }) =>
    text(`${tier} is in plane ${plane} at site ${site}`, `${tier} 位于站点 ${site} 的平面 ${plane}`),
  fix: () => text('choose a plane of the primary site', '请选择主站点的平面'),
});

export const TIER_SIZE = new ProblemKind<{ tier: string; servers: number; prefix: number; room: number }>({
  code: 'TIER_SIZE',
  why: text(
    'Half of a network is for servers, the other half for the ports that Neutron makes itself.',
    '网络的一半用于服务器，另一半留给 Neutron 自建端口。',
  ),
  message: ({ tier, servers, prefix, room }) =>
    text(
      `${tier} has ${servers} servers, a /${prefix} holds ${room}`,
      `${tier} 有 ${servers} 台服务器，/${prefix} 仅容纳 ${room} 台`,
    ),
  fix: () => text('leave `prefix` out, or choose a shorter one', '省略 `prefix` 或使用更短的前缀'),
});

export const IMAGE_ARCH = new ProblemKind<{ image: string; arch: string; holder: string; needs: string }>({
  code: 'IMAGE_ARCH',
  why: text(
    'A server boots only from an image of the architecture of its host.',
    '服务器只能从与宿主机架构一致的镜像启动。',
  ),
  message: ({ image, arch, holder, needs }) =>
    text(
      `image ${image} is for ${arch}, the hosts of ${holder} are ${needs}`,
      `镜像 ${image} 适用于 ${arch}，而 ${holder} 的宿主机为 ${needs}`,
    ),
  fix: ({ needs }) => text(`name an image for ${needs}`, `请选择 ${needs} 架构的镜像`),
});

export const STAGE_ZONE = new ProblemKind<{ tier: string; stage: string; kind: string }>({
  code: 'STAGE_ZONE',
  why: text(
    'Development and test are separate from production: GB/T 22239-2019 8.1.9.4 a, and F23.',
    'GB/T 22239-2019 8.1.9.4 a 与 F23：开发测试与生产分离。',
  ),
  message: ({ tier, stage, kind }) =>
    text(
      `${tier} is of stage ${stage} and lies in a zone of kind ${kind}`,
      `${tier} 属于 ${stage} 阶段，却位于 ${kind} 区域`,
    ),
  fix: () =>
    text(
      'put test and dev systems, and only them, into a zone of kind T-TEST',
      '测试与开发系统（且仅限其）放入 T-TEST 区域',
    ),
});
