import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftStates, manifestInputs } from '../../../../cli/plan/manifest-inputs';
import { PLACEHOLDER } from '../../../../engines/stack-inputs';
import type { Manifest } from '../../../../stacks/manifest';
import { workingFolder } from '../command-line';

const below = { site: 'main', region: 'one', after: [], resources: 3, places: {}, inputs: {} };
const manifest: Manifest = {
  format: 1,
  egov: '0',
  environment: 'x',
  input: '',
  stacks: [
    { name: 'foundation', kind: 'foundation', ...below },
    { name: 'planes', kind: 'planes', ...below, state: 'planes-before' },
    {
      name: 'tenant-finance',
      kind: 'tenant',
      ...below,
      inputs: {
        network_edge: { stack: 'planes', output: 'network_edge' },
        flavor_small: { stack: 'foundation', output: 'flavor_small' },
      },
    },
  ],
};

function withState(name: string, state: object | string): string {
  const out = workingFolder('defaults.yaml');
  mkdirSync(join(out, 'state'));
  writeFileSync(join(out, 'state', `${name}.tfstate`), typeof state === 'string' ? state : JSON.stringify(state));
  return out;
}

const inputsIn = (out: string) => manifestInputs(manifest, out, '1.12.6').get('tenant-finance');
const state = { version: 4, terraform_version: '1.12.6', serial: 1, lineage: 'l', resources: [] };

test('a state that cannot be read is a problem, and no state that is missing', () => {
  expect(() => inputsIn(withState('planes-before', '{ "version": 4, "outp'))).toThrow('STATE_DAMAGED');
});

test('an output of a stack that was never applied is a placeholder that says whose it is', () => {
  expect(inputsIn(workingFolder('defaults.yaml'))).toEqual({
    values: {
      network_edge: `${PLACEHOLDER}planes.network_edge`,
      flavor_small: `${PLACEHOLDER}foundation.flavor_small`,
    },
    open: ['flavor_small', 'network_edge'],
  });
});

test('an output is taken from the state of its stack, under the name that the state has', () => {
  const out = withState('planes-before', { ...state, outputs: { network_edge: { value: 'b7c1' } } });
  expect(inputsIn(out)).toMatchObject({ values: { network_edge: 'b7c1' }, open: ['flavor_small'] });
});

test('a state without outputs, as after a destroy, and an encrypted one give placeholders', () => {
  expect(inputsIn(withState('planes-before', state))?.open).toEqual(['flavor_small', 'network_edge']);
  expect(inputsIn(withState('planes-before', { encrypted_data: 'x' }))?.open).toEqual(['flavor_small', 'network_edge']);
});

test('a state that no stack has is named where it holds something, or may', () => {
  const resource = { mode: 'managed', type: 'x', name: 'a', instances: [{ attributes: { id: '1' } }] };
  const left = (name: string, content: object) => leftStates(manifest, withState(name, content), '1.12.6');
  expect(left('tenant-gone', { ...state, resources: [resource] })).toEqual(['tenant-gone']);
  expect(left('tenant-gone', { encrypted_data: 'x' })).toEqual(['tenant-gone']);
  expect(left('tenant-gone', state)).toEqual([]);
  expect(left('planes-before', { ...state, resources: [resource] })).toEqual([]);
  expect(leftStates(manifest, workingFolder('defaults.yaml'), '1.12.6')).toEqual([]);
});
