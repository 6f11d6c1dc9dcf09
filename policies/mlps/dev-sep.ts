import { designOf, tiers } from '../design-things';
import type { Found } from '../finding';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const devSep: Policy = {
  ...answering('DEV-SEP'),
  id: 'DEV-SEP',
  title: { en: 'Development and test share nothing with production', zh: '开发测试与生产分离' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A test server is patched last and trusted first.',
    zh: '测试服务器往往最后修补，却最先被信任。',
  },
  fix: {
    en: 'use a pool and a zone of T-TEST, and no flow to production',
    zh: '使用独立资源池与 T-TEST 区域，且不与生产互通',
  },
  check: (subject) => {
    const { intent, planes } = designOf(subject);
    const all = tiers(subject);
    const production = all.filter(({ system }) => system?.stage === 'prod').map(({ tier }) => tier);
    const live = new Set(production.map((one) => one.key));
    const kinds = new Map(
      planes.flatMap((one) => one.zones.map((own) => [`${one.key}/${own.key}`, own.kind] as const)),
    );
    return lookAtEach(
      all.filter(({ system }) => system !== undefined && system.stage !== 'prod'),
      ({ tier, plane }): Omit<Found, 'thing'>[] => {
        const beside = production.find((one) => one.pool === tier.pool);
        const flows = intent.flows.filter(
          ({ from, to }) =>
            (from.label === tier.key && live.has(to.label)) || (to.label === tier.key && live.has(from.label)),
        );
        return [
          ...(kinds.get(`${plane}/${tier.zone}`) === 'T-TEST'
            ? []
            : [{ about: 'zone', message: { en: `it stands in zone ${tier.zone}`, zh: `位于区域 ${tier.zone}` } }]),
          ...(beside === undefined
            ? []
            : [
                {
                  about: 'pool',
                  message: {
                    en: `it shares pool ${tier.pool} with ${beside.key}`,
                    zh: `与 ${beside.key} 共用资源池 ${tier.pool}`,
                  },
                },
              ]),
          ...flows.map((flow) => ({
            about: flow.id,
            place: flow.place,
            message: { en: `flow ${flow.id} joins it with production`, zh: `流量 ${flow.id} 与生产互通` },
          })),
        ];
      },
    );
  },
};
