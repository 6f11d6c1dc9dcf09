import { parseManifest } from '../../../stacks/manifest';

const manifest = { format: 1, egov: '0.1.0', environment: 'hebei', input: 'ab', stacks: [] };

test('a manifest is read as it was written', () => expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest));

test.each([
  ['no JSON', '{'],
  ['nothing', 'null'],
  ['the manifest of CDKTF', '{"version":"0.24.0","stacks":{}}'],
  ['a later format', JSON.stringify({ ...manifest, format: 2 })],
])('%s is no manifest', (_what, text) => expect(parseManifest(text)).toBeUndefined());
