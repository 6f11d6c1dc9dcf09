import { designOf, volumes } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const datEncR: Policy = {
  ...answering('DAT-ENC-R'),
  id: 'DAT-ENC-R',
  title: { en: 'Important data is encrypted where it lies', zh: '重要数据存储加密' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'A disk that goes back to its maker takes the data along.',
    zh: '返修或报废的磁盘会带走其中的数据。',
  },
  fix: { en: 'choose an encrypted volume class', zh: '选用加密的云硬盘类型' },
  check: (subject) => {
    const classes = new Map(designOf(subject).assurance.volumeClasses.map((one) => [one.key, one]));
    const asked = volumes(subject).filter(
      ({ system }) => system !== undefined && (system.pii || ['important', 'core'].includes(system.dataClass)),
    );
    return lookAtEach(asked, ({ volume }) =>
      classes.get(volume.type)?.encrypted === true
        ? undefined
        : { en: `${volume.type} is not encrypted`, zh: `云硬盘类型 ${volume.type} 未加密` },
    );
  },
};
