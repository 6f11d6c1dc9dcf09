import { lookAtEach, type Policy, together } from '../policy';
import { answering } from './control';

export const bndNac: Policy = {
  ...answering('BND-NAC'),
  id: 'BND-NAC',
  title: { en: 'Nobody joins a network unasked', zh: '非授权设备不得接入内部网络' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Who may put a port on a network stands inside of it, behind every boundary.',
    zh: '能在网络中创建端口者即位于所有边界之内。',
  },
  fix: {
    en: 'keep port security on, and share networks with single projects',
    zh: '启用端口安全，网络仅共享给指定项目',
  },
  check: ({ resources }) =>
    together(
      lookAtEach(resources.ofType('openstack_networking_network_v2'), ({ values }) => [
        ...(values.flag('shared') === true
          ? [{ about: 'shared', message: { en: 'every project may put ports on it', zh: '任何项目均可接入' } }]
          : []),
        ...(values.flag('port_security_enabled') === false
          ? [{ about: 'security', message: { en: 'new ports have no security', zh: '新建端口无安全防护' } }]
          : []),
      ]),
      lookAtEach(resources.ofType('openstack_networking_port_v2'), ({ values }) =>
        values.flag('port_security_enabled') === false
          ? { en: 'the port has no security: any address, no groups', zh: '端口关闭了安全防护' }
          : undefined,
      ),
      lookAtEach(resources.ofType('openstack_networking_rbac_policy_v2'), ({ values }) =>
        values.text('target_tenant') === '*'
          ? { en: 'it is shared with every project', zh: '共享给所有项目' }
          : undefined,
      ),
    ),
};
