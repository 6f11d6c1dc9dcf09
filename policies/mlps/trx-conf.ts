import { lookAtDeclared } from '../declared';
import { designOf, systems } from '../design-things';
import { lookAtEach, type Policy, together } from '../policy';
import { clearPorts } from '../well-known-ports';
import { answering } from './control';

export const trxConf: Policy = {
  ...answering('TRX-CONF'),
  id: 'TRX-CONF',
  title: { en: 'Nothing crosses zones or sites in the clear', zh: '跨区、跨站点通信保密' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Whoever sits on the way reads passwords and records of citizens.',
    zh: '明文传输的口令与公民信息可在途中被截获。',
  },
  fix: { en: 'use TLS or IPsec, and the port of the protected service', zh: '使用 TLS 或 IPsec，并改用加密服务端口' },
  check: (subject) => {
    const { intent, sites } = designOf(subject);
    const crossing = intent.flows.filter(
      ({ from, to }) => from.zone?.key !== to.zone?.key || from.zone?.plane !== to.zone?.plane,
    );
    return together(
      lookAtEach(systems(subject), ({ system }) => {
        if (system.transit === undefined)
          return {
            outcome: 'evidence-missing',
            message: {
              en: `nobody said how flows of ${system.key} are protected`,
              zh: `未声明 ${system.key} 的传输保护方式`,
            },
            fix: {
              en: 'write `transit` in protection.yaml or in the system',
              zh: '在 protection.yaml 或系统中声明 `transit`',
            },
          };
        if (system.transit !== 'plain') return undefined;
        return { en: `flows of ${system.key} pass in the clear`, zh: `${system.key} 的流量为明文` };
      }),
      lookAtEach(
        crossing.map((flow) => ({ ...subject.part('flow', { key: flow.id, place: flow.place }), flow })),
        ({ flow }) => {
          const clear = clearPorts(flow.ports);
          return clear === undefined
            ? undefined
            : {
                en: `${flow.from.label} speaks ${clear} to ${flow.to.label}`,
                zh: `${flow.from.label} 以 ${clear} 明文访问 ${flow.to.label}`,
              };
        },
      ),
      sites.length < 2
        ? { looked: [], found: [] }
        : lookAtDeclared(
            subject,
            'protection/transit',
            ({ protection }) => protection.transit,
            ({ links = 'plain' }) =>
              links === 'plain' ? { en: 'lines between sites are not encrypted', zh: '站点间链路未加密' } : undefined,
          ),
    );
  },
};
