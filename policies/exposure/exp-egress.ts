import { groups } from '../group-look';
import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const expEgress: Policy = {
  id: 'EXP-EGRESS',
  title: { en: 'No group lets its servers speak to everybody', zh: '安全组不放行任意出向' },
  standard: OWN,
  controls: [],
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'What leaves a cloud leaves it over a way out that nobody needed.',
    zh: '数据外泄往往经由本不需要的出向规则。',
  },
  fix: { en: 'name the destinations, or use the egress proxy', zh: '限定目的地址，或使用出口代理' },
  check: (subject) => {
    // The proxy speaks to everybody so that nobody else has to.
    const proxies = new Set(
      subject.design?.planes.flatMap((plane) =>
        plane.relays
          .filter((relay) => relay.key === 'proxy')
          .flatMap((relay) => relay.legs.flatMap((leg) => leg.groups.map((one) => one.name))),
      ),
    );
    return lookAtEach(
      groups(subject).filter(({ values }) => !proxies.has(values.text('name') ?? '')),
      ({ id }) => {
        const admission = subject.openings.admission(id, 'egress');
        const family = [
          ['IPv4', '0.0.0.0/0'],
          ['IPv6', '::/0'],
        ].find(([, block]) => admission.covers([block as string]));
        return family && { en: `every ${family[0]} address may be spoken to`, zh: `可访问任意 ${family[0]} 地址` };
      },
    );
  },
};
