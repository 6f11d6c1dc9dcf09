import { declaration } from '../declared';
import { designOf, zoneName, zones } from '../design-things';
import { type Look, lookAtEach, type Policy, together } from '../policy';
import { answering } from './control';

export const smcZone: Policy = {
  ...answering('SMC-ZONE'),
  id: 'SMC-ZONE',
  title: { en: 'Security components stand in a zone of their own', zh: '安全组件部署于专用安全管理区' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A log store beside the servers it watches falls with them.',
    zh: '日志库若与被监控的服务器同区，将一并失陷。',
  },
  fix: { en: 'move it into a zone of kind M-SEC', zh: '迁移至 M-SEC 类型区域' },
  check: (subject): Look => {
    const { assurance } = designOf(subject);
    const own = zones(subject).filter(({ zone }) => zone.kind === 'M-SEC');
    const safe = new Set(own.map(({ zone }) => zoneName(zone)));
    const components = [
      ...(assurance.detection.sinks ?? []).map((one) => ({ name: `sink ${one.key}`, zh: `日志库 ${one.key}`, ...one })),
      ...(assurance.protection.keys
        ? [{ name: 'the key manager', zh: '密钥管理服务', ...assurance.protection.keys }]
        : []),
    ];
    return together(
      {
        looked: own,
        found:
          own.length > 0
            ? []
            : [
                {
                  thing: subject.platform,
                  message: { en: 'the cloud has no zone for its security components', zh: '未设置安全管理区' },
                },
              ],
      },
      lookAtEach(
        components.map((one) => ({
          ...declaration(subject, 'detection/sinks', one),
          ...one,
          key: `component ${one.name}`,
          mlps: subject.mlps,
        })),
        ({ name, zh, zone }) =>
          safe.has(zone) ? undefined : { en: `${name} stands in ${zone}`, zh: `${zh} 位于 ${zone}` },
      ),
    );
  },
};
