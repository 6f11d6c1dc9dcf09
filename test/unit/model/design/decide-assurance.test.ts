import { designEnvironment } from '../../../../model/design/design-environment';
import { type Difference, environment, said, type WrittenEnvironment } from '../../../support/environment-builder';

const assuranceOf = (difference: Difference<WrittenEnvironment> = {}) =>
  designEnvironment(environment(difference)).assurance;

const grant = { id: 'X-1', until: '2027-06-30' };

describe('what was declared about a cloud', () => {
  it('is absent where nobody said it, and never a default', () => {
    expect(assuranceOf()).toMatchObject({
      operations: { place: '' },
      detection: { place: '' },
      protection: { place: '' },
      backup: { tiers: [], place: '' },
      images: [],
    });
    expect(Object.keys(assuranceOf().operations)).toEqual(['place']);
    expect(Object.keys(assuranceOf().detection)).toEqual(['place']);
  });

  it('keeps the place of each part', () => {
    const { operations, detection, backup } = assuranceOf({
      operations: { passwords: { length: 10, classes: 3, days: 90, shared: false }, access: { finance: grant } },
      detection: {
        sensors: { edge: { kind: 'ips', at: ['internet/edge'], mode: 'block', alarm: true } },
        time: ['10.18.0.5/32'],
      },
      backup: { restoreTest: { date: '2026-06-01', report: 'R-1' } },
    });
    expect(operations.passwords?.place).toBe('operations/passwords');
    expect(operations.access).toEqual([{ key: 'finance', ...grant, place: 'operations/access/finance' }]);
    expect(detection.sensors).toEqual([
      { key: 'edge', kind: 'ips', at: ['internet/edge'], mode: 'block', alarm: true, place: 'detection/sensors/edge' },
    ]);
    expect(detection.time).toEqual(['10.18.0.5/32']);
    expect(backup.restoreTest).toEqual({ date: '2026-06-01', report: 'R-1', place: 'backup/restoreTest' });
  });

  it('an empty list of departments says none, which is not the same as not saying', () => {
    expect(assuranceOf({ operations: { access: {} } }).operations.access).toEqual([]);
    expect(assuranceOf().operations.access).toBeUndefined();
  });

  it('has what a backup tier means and, where it is declared, how it is done here', () => {
    const tier = { fullHours: 168, incrementalHours: 24, keepDays: 30, copies: 2, restoreTestDays: 366 };
    const target = { adcode: '421300', everyMinutes: 0, checksummed: true };
    const plan = { targets: ['near'], medium: 'disk', procedure: 'P-1' } as const;
    const { tiers } = assuranceOf({
      backupTiers: { B1: tier, B2: tier },
      backup: { targets: { near: target }, plans: { B2: plan } },
    }).backup;
    expect(tiers).toEqual([
      { key: 'B1', ...tier, immutable: false, place: 'backup' },
      { key: 'B2', ...tier, immutable: false, plan, place: 'backup/plans/B2' },
    ]);
  });

  it('lists everything that is allowed until a day', () => {
    const { approvals } = assuranceOf({ operations: { access: { finance: grant } } });
    expect(approvals).toEqual([
      {
        what: 'channel budget-requests',
        id: 'SZ-GAP-1',
        until: '2027-12-31',
        place: 'gap/channels/budget-requests/approval',
      },
      { what: 'access finance', ...grant, place: 'operations/access/finance' },
    ]);
  });
});

describe('a name that nothing has is refused', () => {
  const sink = {
    owner: 'provider',
    zone: 'management/security',
    sources: ['api'],
    retentionDays: 180,
    immutable: true,
  } as const;
  const unknown = (place: string, what: string) => expect.stringMatching(`^REFERENCE_UNKNOWN ${place} · .*${what}`);

  test.each<[string, Difference<WrittenEnvironment>, string, string]>([
    ['a department', { operations: { access: { nobody: grant } } }, 'operations/access/nobody', 'department'],
    [
      'a zone of a sensor',
      { detection: { sensors: { a: { kind: 'ips', at: ['internet/moon'], mode: 'block', alarm: true } } } },
      'detection/sensors/a/at',
      'zone',
    ],
    [
      'a sink of a boundary log',
      { detection: { boundaryLogs: { a: { at: ['internet/edge'], events: 'all', sink: 'none' } } } },
      'detection/boundaryLogs/a/sink',
      'sink',
    ],
    [
      'a backup of a sink',
      { detection: { sinks: { a: { ...sink, backup: 'none' } } } },
      'detection/sinks/a/backup',
      'backup target',
    ],
    [
      'the zone of the key manager',
      { protection: { keys: { backend: 'kmip', tenantOwned: true, zone: 'management/moon' } } },
      'protection/keys/zone',
      'zone',
    ],
    [
      'the site of a target',
      { backup: { targets: { a: { adcode: '421300', site: 'moon', everyMinutes: 1, checksummed: true } } } },
      'backup/targets/a/site',
      'site',
    ],
    [
      'a target of a plan',
      { backup: { plans: { B1: { targets: ['none'], medium: 'disk', procedure: 'P' } } } },
      'backup/plans/B1/targets',
      'backup target',
    ],
  ])('%s', (_, difference, place, what) => {
    expect(said(difference)).toEqual([unknown(place, what)]);
  });
});
