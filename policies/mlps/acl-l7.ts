import { declaration, undeclared } from '../declared';
import { designOf, entries } from '../design-things';
import { type Look, lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const aclL7: Policy = {
  ...answering('ACL-L7'),
  id: 'ACL-L7',
  title: { en: 'What citizens reach stands behind a web application firewall', zh: '互联网入口经 Web 应用防火墙' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'An open port lets every request pass; what a request asks for is seen at layer 7 only.',
    zh: '端口放行后任何请求均可进入，请求内容只有在应用层才能识别。',
  },
  fix: { en: 'put a blocking `waf` in front of the zone of the entry', zh: '在入口所在区域部署阻断模式的 `waf`' },
  check: (subject): Look => {
    const { assurance, planes } = designOf(subject);
    const internet = new Set(planes.filter((one) => one.role === 'internet').map((one) => one.key));
    const asked = entries(subject).filter(({ entry }) => internet.has(entry.plane));
    const { sensors } = assurance.detection;
    if (sensors === undefined && asked.length > 0) {
      const thing = declaration(subject, 'detection/sensors');
      return { looked: [thing], found: [undeclared(thing, 'detection/sensors')] };
    }
    const covered = new Set(
      sensors?.filter((one) => one.kind === 'waf' && one.mode === 'block').flatMap((one) => one.at) ?? [],
    );
    return lookAtEach(asked, ({ entry }) =>
      covered.has(entry.network)
        ? undefined
        : { en: `no firewall for ${entry.host} in ${entry.network}`, zh: `${entry.host} 未经 Web 应用防火墙` },
    );
  },
};
