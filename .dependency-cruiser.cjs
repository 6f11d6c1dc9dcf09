/** The rooms of docs/adr/20261125-rooms.md: each may import itself, the rooms named here, and packages. */
const only = (folder, ...allowed) => ({
  name: `${folder.replace('/', '-')}-boundary`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    pathNot: ['^node_modules', '^packages/', ...[folder, ...allowed].map((f) => `^${f}/`)],
    dependencyTypesNot: ['core'],
  },
});
/** Packages of a cloud's or a runtime's own world; a pure room has none of them. */
const SDKS = '(node_modules/(cdktn|cdktf|constructs|@pulumi|@cdktf))|^packages/';
const OUTSIDE = '^(node:)?(fs|child_process|os|net|http|https|worker_threads|process)(/|$)';
const pure = (folder) => ({
  name: `${folder}-is-pure`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: [SDKS, OUTSIDE] },
});
module.exports = {
  forbidden: [
    only('model'),
    only('proof', 'model'),
    only('environments', 'model'),
    only('constructs/openstack', 'model'),
    only('constructs/kubernetes', 'model'),
    only('policies', 'model', 'proof'),
    only('stacks', 'constructs', 'environments', 'policies', 'model'),
    only('review', 'model', 'proof', 'policies'),
    only('rollout', 'model'),
    only('engines', 'model'),
    only('deployment', 'model', 'engines'),
    only('sandbox', 'model', 'engines'),
    only(
      'cli',
      'model',
      'environments',
      'proof',
      'constructs',
      'policies',
      'stacks',
      'review',
      'rollout',
      'engines',
      'deployment',
      'sandbox',
    ),
    pure('model'),
    pure('proof'),
    pure('review'),
    pure('rollout'),
    {
      name: 'zod-only-in-the-environment-schema',
      severity: 'error',
      from: { path: '^model/', pathNot: '^model/environment/' },
      to: { path: 'node_modules/zod' },
    },
    {
      name: 'policies-see-plain-data',
      severity: 'error',
      from: { path: '^policies/' },
      to: { path: SDKS },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nobody-imports-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    { name: 'nobody-imports-cli', severity: 'error', from: { pathNot: '^(cli|test|tools)/' }, to: { path: '^cli/' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
