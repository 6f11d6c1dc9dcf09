import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLACEHOLDER, stackInputs } from '../../../../cli/plan/stack-inputs';
import type { ManifestStack } from '../../../../stacks/manifest';
import { workingFolder } from '../command-line';

const tenant: ManifestStack = {
  name: 'tenant-finance',
  kind: 'tenant',
  site: 'main',
  region: 'one',
  after: ['planes'],
  resources: 3,
  places: {},
  inputs: {
    network_edge: { stack: 'planes', output: 'network_edge' },
    flavor_small: { stack: 'foundation', output: 'flavor_small' },
  },
};

function withState(name: string, text: string): string {
  const out = workingFolder('defaults.yaml');
  mkdirSync(join(out, 'state'));
  writeFileSync(join(out, 'state', `${name}.tfstate`), text);
  return out;
}

test('an output of a stack that was never applied is a placeholder that says whose it is', () => {
  expect(stackInputs(tenant, workingFolder('defaults.yaml'))).toEqual({
    values: {
      network_edge: `${PLACEHOLDER}:planes.network_edge`,
      flavor_small: `${PLACEHOLDER}:foundation.flavor_small`,
    },
    placeholders: ['network_edge', 'flavor_small'],
  });
});

test('an output that a state holds is taken from there', () => {
  const out = withState('planes', JSON.stringify({ version: 4, outputs: { network_edge: { value: 'b7c1' } } }));
  const { values, placeholders } = stackInputs(tenant, out);
  expect(values['network_edge']).toBe('b7c1');
  expect(placeholders).toEqual(['flavor_small']);
});

test('a state without outputs, as after a destroy, gives placeholders', () => {
  const out = withState('planes', JSON.stringify({ version: 4 }));
  expect(stackInputs(tenant, out).placeholders).toEqual(['network_edge', 'flavor_small']);
});

test('a state that cannot be read is no state that is missing', () => {
  const out = withState('planes', '{ "version": 4, "outp');
  expect(() => stackInputs(tenant, out)).toThrow(SyntaxError);
});
