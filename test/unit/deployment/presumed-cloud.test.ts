import { presumedCloud } from '../../../deployment/presumed-cloud';
import { designEnvironment } from '../../../model/design/design-environment';
import { environment } from '../../support/environment-builder';

test('no environment presumes nothing', () => {
  expect(presumedCloud([])).toEqual({ regions: [], zones: [], physnets: [], volumeTypes: [], certificates: [] });
});

test('the names that the small environment expects of its cloud', () => {
  const { regions, volumeTypes, certificates, physnets } = presumedCloud([designEnvironment(environment())]);
  expect(regions).toHaveLength(1);
  expect(volumeTypes).toEqual(['encrypted-ssd']);
  expect(certificates).toEqual(['budget-2026', 'budget-office-2026']);
  expect(physnets).toContain('physnet-extranet');
});
