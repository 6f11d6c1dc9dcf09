import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { PolicyValidation } from '../../../stacks/policy-validation';

const environment = readEnvironment('environments', 'suizhou');
const design = designEnvironment(environment);
const DAY = '2026-11-25';

test('a cloud that passes its policies is valid', () => {
  expect(new PolicyValidation(environment, design, DAY).validate()).toEqual([]);
});

test('what fails a policy is said with its clause, its place, the repair and the fingerprint', () => {
  const [site, ...others] = design.sites;
  const abroad = { ...design, sites: [...(site ? [{ ...site, adcode: '810000' }] : []), ...others] };
  const said = new PolicyValidation(environment, abroad, DAY).validate();
  expect(said.find((one) => one.startsWith('CLD-CN'))).toMatch(
    /^CLD-CN \(7\.2\.1\.1\) \S+\n {2}.+\n {2}fix: .+\n {2}fingerprint: [0-9a-f]{12}$/,
  );
});

test('a waiver that covers nothing is said too', () => {
  const waiver = { policy: 'ACL-STATE', at: 'x', reason: 'r', owner: 'o', approver: 'a', ticket: 't', until: DAY };
  const values = { ...environment.values, waivers: [waiver] };
  const placeOf = () => 'environments/suizhou/waivers.yaml:2:3';
  const [first = ''] = new PolicyValidation({ id: 'suizhou', values, placeOf }, design, DAY).validate();
  expect(first.split('\n')[0]).toBe('WAIVER_UNUSED environments/suizhou/waivers.yaml:2:3');
});
