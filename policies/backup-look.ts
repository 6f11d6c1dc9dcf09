import type { BackupDesign } from '../model/design/assurance-design';
import type { Text } from '../model/text';
import { declaration, lookAtDeclared, undeclared } from './declared';
import { designOf, volumes } from './design-things';
import { type Look, lookAtEach } from './policy';
import type { Subject } from './subject';

type Target = NonNullable<BackupDesign['targets']>[number];
type Tier = BackupDesign['tiers'][number];

/** A backup tier that volumes use, at the highest level of those, with the places to which it goes. */
export interface UsedTier {
  readonly tier: Tier;
  readonly targets: readonly Target[];
}

/**
 * Looks at each backup tier that some volume uses. A tier for which nobody declared how it is done here is missing
 * evidence, whatever a policy asks.
 */
export function lookAtBackups(subject: Subject, ask: (used: UsedTier) => Text | undefined): Look {
  const { backup } = designOf(subject).assurance;
  const levels = new Map<string, number>();
  for (const { volume, mlps } of volumes(subject))
    levels.set(volume.backup, Math.max(mlps, levels.get(volume.backup) ?? 0));
  if (backup.targets === undefined && levels.size > 0) {
    const thing = declaration(subject, 'backup/targets');
    return { looked: [thing], found: [undeclared(thing, 'backup/targets')] };
  }
  const used = [...levels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, level]) => {
      const tier = backup.tiers.find((one) => one.key === key);
      const targets = (backup.targets ?? []).filter((one) => tier?.plan?.targets.includes(one.key));
      return {
        ...subject.part('backup', { key, place: tier?.place ?? backup.place }, level),
        tier,
        targets,
        name: key,
      };
    });
  return lookAtEach(used, ({ tier, targets, name }) =>
    tier?.plan === undefined
      ? {
          outcome: 'evidence-missing',
          message: { en: `nobody said how backups of ${name} are made here`, zh: `未声明 ${name} 级备份的实施方式` },
          fix: { en: `write a plan for ${name} in backup.yaml`, zh: `在 backup.yaml 中为 ${name} 编写 plans` },
        }
      : ask({ tier, targets }),
  );
}

/** Looks at the declared places of backups: those of which `wrong` says something are found. */
export function lookAtTargets(subject: Subject, wrong: (target: Target) => Text | undefined): Look {
  return lookAtDeclared(
    subject,
    'backup/targets',
    ({ backup }) => backup.targets,
    (targets) =>
      targets.flatMap((one) => {
        const message = wrong(one);
        return message === undefined ? [] : [{ about: one.key, place: one.place, message }];
      }),
  );
}

/** Where the servers are: a copy there is lost together with them. */
export function homeOf(subject: Subject): string | undefined {
  return designOf(subject).sites.find((one) => one.role === 'primary')?.adcode;
}
