import { designOf, edgeZones } from '../design-things';
import { lookAtEach, type Policy, together } from '../policy';
import { lookAtCover } from '../zone-cover';
import { answering } from './control';

/** Ports of mail: SMTP, submission over TLS, submission. */
const MAIL: readonly number[] = [25, 465, 587];

export const malEdge: Policy = {
  ...answering('MAL-EDGE'),
  id: 'MAL-EDGE',
  title: { en: 'What comes in is searched for malware', zh: '关键节点恶意代码检测' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A file that crosses into the extranet is opened by somebody who trusts it.',
    zh: '进入政务外网的文件会被信任它的人打开。',
  },
  fix: { en: 'put antivirus at the edge and on every channel inward', zh: '边界及入向交换通道启用防病毒' },
  check: (subject) => {
    const { gaps, intent, assurance } = designOf(subject);
    const channels = gaps.flatMap((gap) => gap.channels.filter((one) => one.direction !== 'out'));
    const gateway = assurance.detection.sensors?.some((one) => one.kind === 'mail') === true;
    const mail = intent.flows.filter(
      ({ from, ports }) =>
        from.zone === undefined &&
        ports.some((one) => one.protocol === 'tcp' && MAIL.some((port) => one.from <= port && port <= one.to)),
    );
    return together(
      lookAtCover(
        subject,
        edgeZones(subject),
        'detection/sensors',
        ({ detection }) => detection.sensors,
        (zone, sensors) =>
          sensors.some((one) => one.kind === 'antivirus')
            ? undefined
            : { en: `nothing looks for malware in ${zone}`, zh: `${zone} 无恶意代码检测` },
      ),
      lookAtEach(
        channels.map((channel) => ({ ...subject.part('channel', channel), channel })),
        ({ channel }) =>
          channel.checks.includes('antivirus')
            ? undefined
            : { en: `channel ${channel.key} is not searched`, zh: `通道 ${channel.key} 未查杀病毒` },
      ),
      lookAtEach(
        mail.map((flow) => subject.part('flow', { key: flow.id, place: flow.place })),
        () => (gateway ? undefined : { en: 'mail comes in without a mail gateway', zh: '邮件流量未经邮件安全网关' }),
      ),
    );
  },
};
