import { lookAtEach, type Policy } from '../policy';
import { isPublic } from '../public-blocks';
import { OWN } from '../standards';

/** Where citizens come in. */
const HTTPS = 443;

export const expListener: Policy = {
  id: 'EXP-LISTENER',
  title: { en: 'Every listener says who may connect', zh: '监听器限定来源' },
  standard: OWN,
  controls: [],
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Octavia reads an empty list as everybody; groups on the address filter nothing.',
    zh: 'Octavia 将空列表视为任意来源，绑定在地址上的安全组不起过滤作用。',
  },
  fix: { en: 'write `allowed_cidrs`', zh: '填写 `allowed_cidrs`' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_lb_listener_v2'), ({ values }) => {
      if (!values.has('allowed_cidrs')) return { en: 'everybody may connect', zh: '未限定来源' };
      if (values.number('protocol_port') === HTTPS) return undefined;
      const open = values.texts('allowed_cidrs').find((one) => isPublic(one));
      return open === undefined
        ? undefined
        : { en: `${open} may connect, and not by HTTPS`, zh: `${open} 可访问非 HTTPS 端口` };
    }),
};
