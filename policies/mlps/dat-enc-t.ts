import { systems } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const datEncT: Policy = {
  ...answering('DAT-ENC-T'),
  id: 'DAT-ENC-T',
  title: { en: 'Important data is encrypted on its way', zh: '重要数据传输加密' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Data that the state calls important is read where it is sent in the clear.',
    zh: '重要数据明文传输即可被截获。',
  },
  fix: { en: 'let both ends speak TLS, or put the flow into IPsec', zh: '两端启用 TLS，或经 IPsec 传输' },
  check: (subject) =>
    lookAtEach(
      systems(subject).filter(({ system }) => system.pii || ['important', 'core'].includes(system.dataClass)),
      ({ system: { key, dataClass, transit } }) => {
        if (transit === 'tls' || transit === 'ipsec') return undefined;
        const message = {
          en: `${dataClass} data of ${key} passes ${transit === undefined ? 'nobody says how' : 'in the clear'}`,
          zh: `${key} 的 ${dataClass} 数据${transit === undefined ? '未声明传输保护' : '明文传输'}`,
        };
        return transit === undefined ? { outcome: 'evidence-missing', message } : { message };
      },
    ),
};
