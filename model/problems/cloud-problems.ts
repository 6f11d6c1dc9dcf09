import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What may be wrong between us and an OpenStack cloud, found before anything is changed. */
export const CLOUD_UNNAMED = new ProblemKind({
  code: 'CLOUD_UNNAMED',
  why: text(
    'What is changed must be said, not guessed: two clouds of a province look the same from here.',
    '必须明确指定要变更的云，不能猜测。',
  ),
  message: () => text('no cloud is named', '未指定云'),
  fix: () =>
    text(
      'give --cloud NAME of clouds.yaml, or set OS_CLOUD or OS_AUTH_URL',
      '使用 --cloud 指定 clouds.yaml 中的名称，或设置 OS_CLOUD 或 OS_AUTH_URL',
    ),
});

export const CLOUD_UNKNOWN = new ProblemKind<{ cloud: string; known: readonly string[]; looked: readonly string[] }>({
  code: 'CLOUD_UNKNOWN',
  why: text('A cloud is known by its name in clouds.yaml.', '云由其在 clouds.yaml 中的名称确定。'),
  message: ({ cloud, looked }) =>
    text(
      `no clouds.yaml names ${cloud}; looked at ${looked.join(', ')}`,
      `clouds.yaml 中没有 ${cloud}；已查找：${looked.join('、')}`,
    ),
  fix: ({ known }) =>
    known.length === 0
      ? text(
          'write it there, or name another file in OS_CLIENT_CONFIG_FILE; `egov sandbox up` makes the cloud sandbox',
          '在其中添加，或用 OS_CLIENT_CONFIG_FILE 指定其他文件；`egov sandbox up` 会建立名为 sandbox 的云',
        )
      : text(`use one of: ${known.join(', ')}`, `可用：${known.join('、')}`),
});

export const CLOUD_FILE = new ProblemKind<{ reason: string }>({
  code: 'CLOUD_FILE',
  why: text(
    'Credentials come from clouds.yaml as OpenStack users write it.',
    '凭据取自 OpenStack 用户惯用的 clouds.yaml。',
  ),
  message: ({ reason }) => text(`this cannot be read as clouds.yaml: ${reason}`, `无法按 clouds.yaml 读取：${reason}`),
  fix: () => text('correct the file', '更正该文件'),
});

export const CLOUD_CREDENTIALS = new ProblemKind<{ missing: readonly string[] }>({
  code: 'CLOUD_CREDENTIALS',
  why: text(
    'Each department has projects of its own, so the deploying account needs a password or a token that opens each of them.',
    '每个部门有独立项目，部署账号需要可进入各项目的口令或令牌。',
  ),
  message: ({ missing }) => text(`the credentials lack ${missing.join(', ')}`, `凭据缺少：${missing.join('、')}`),
  fix: () =>
    text('complete the cloud in clouds.yaml, or the OS_* variables', '补全 clouds.yaml 中的该云，或 OS_* 变量'),
});

export const CLOUD_APPLICATION_CREDENTIAL = new ProblemKind({
  code: 'CLOUD_APPLICATION_CREDENTIAL',
  why: text(
    'Keystone binds an application credential to one project; volumes, server groups and key containers are made with a token of the project that owns them.',
    'Keystone 的应用凭据只属于一个项目，而云硬盘、主机组与密钥容器须用其所属项目的令牌建立。',
  ),
  message: () => text('this is an application credential', '这是应用凭据'),
  fix: () =>
    text(
      'use an account with a password whose roles are inherited below the domain',
      '使用带口令且角色可在域内继承的账号',
    ),
});

export const CLOUD_UNREACHABLE = new ProblemKind<{ reason: string }>({
  code: 'CLOUD_UNREACHABLE',
  why: text('Nothing is begun while the cloud does not answer.', '云无应答时不会开始任何变更。'),
  message: ({ reason }) => text(`the cloud does not answer: ${reason}`, `云无应答：${reason}`),
  fix: () =>
    text(
      'check the address and the network; `egov sandbox status` where it is the sandbox',
      '检查地址与网络；若为沙箱，执行 `egov sandbox status`',
    ),
});

export const CLOUD_UNAUTHORIZED = new ProblemKind<{ user: string; status: number; reason: string }>({
  code: 'CLOUD_UNAUTHORIZED',
  why: text('Keystone knows who may work in a cloud.', '由 Keystone 判定谁可以使用该云。'),
  message: ({ user, status, reason }) =>
    text(`Keystone refuses ${user} (${status}): ${reason}`, `Keystone 拒绝 ${user}（${status}）：${reason}`),
  fix: () => text('check user, password, domain and project of the credentials', '检查凭据中的用户、口令、域与项目'),
});

export const CLOUD_READER = new ProblemKind<{ user: string; roles: readonly string[] }>({
  code: 'CLOUD_READER',
  why: text(
    'An account that may only read, or work inside a project, would be refused in the middle of the work: projects, quotas and planes are made by administrators.',
    '只读账号或仅限项目内操作的账号会在变更中途被拒绝：项目、配额与平面须由管理员建立。',
  ),
  message: ({ user, roles }) =>
    text(`${user} may not change a cloud (${roles.join(', ')})`, `${user} 无权变更云（${roles.join('、')}）`),
  fix: () =>
    text(
      'plan and drift work with it; change the cloud with an account that has admin on the domain',
      '该账号可用于 plan 与 drift；变更请使用在域上具有 admin 角色的账号',
    ),
});

export const CLOUD_BLIND = new ProblemKind<{ user: string }>({
  code: 'CLOUD_BLIND',
  why: text(
    'By the default policies of many clouds a reader sees its own project only: everything else would seem to be missing.',
    '多数云的默认策略下，只读账号仅能看到自己的项目，其余资源会被误判为缺失。',
  ),
  message: ({ user }) =>
    text(`${user} does not see what stands in the projects of this environment`, `${user} 看不到本环境各项目中的资源`),
  fix: () =>
    text(
      'use an account that sees all projects: an administrator, or a reader to whom the policies of Keystone and Neutron show them',
      '使用可见全部项目的账号：管理员，或经 Keystone 与 Neutron 策略授权的只读账号',
    ),
});

export const CLOUD_REGION = new ProblemKind<{ region: string; known: readonly string[] }>({
  code: 'CLOUD_REGION',
  why: text('A site names the OpenStack region in which it is made.', '站点指定其所在的 OpenStack 区域。'),
  message: ({ region }) => text(`the cloud has no region ${region}`, `该云没有区域 ${region}`),
  fix: ({ known }) =>
    text(
      `correct sites.*.region, or choose the right cloud; it has ${known.join(', ')} (\`egov sandbox up --for ENV\` makes a sandbox with the regions of an environment)`,
      `更正 sites.*.region 或选择正确的云；该云有 ${known.join('、')}（\`egov sandbox up --for ENV\` 可建立含该环境区域的沙箱）`,
    ),
});

export const CLOUD_REFUSED = new ProblemKind<{ call: string; status: number; reason: string }>({
  code: 'CLOUD_REFUSED',
  why: text('The cloud was asked something and did not answer it.', '云未能回答所询问的内容。'),
  message: ({ call, status, reason }) =>
    text(`${call} was answered with ${status}: ${reason}`, `${call} 返回 ${status}：${reason}`),
  fix: () => text('look at the log of that service, then run the command again', '查看该服务日志后重试'),
});
