import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, ROOT, textOf } from '../support/repository-files';

/** What each room may import from beside itself: the table of the design, written a second time. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  proof: ['model'],
  environments: ['model'],
  'constructs/openstack': ['model'],
  'constructs/kubernetes': ['model'],
  policies: ['model', 'proof'],
  stacks: ['constructs', 'environments', 'policies', 'model'],
  review: ['model', 'proof', 'policies'],
  rollout: ['model'],
  engines: ['model'],
  deployment: ['model', 'engines'],
  sandbox: ['model', 'engines'],
  cli: [
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
  ],
};
const rooms = Object.keys(MAY_IMPORT).filter((room) => existsSync(join(ROOT, room)));
const sourcesOf = (room: string) => filesBelow(room).filter((path) => path.endsWith('.ts'));

function importsOf(path: string): string[] {
  return [...textOf(path).matchAll(/\b(?:from|import|require\()\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
}

/** Files of the repository that a source imports, as paths from the root. */
function neighboursOf(path: string): string[] {
  return importsOf(path).flatMap((name) => (name.startsWith('.') ? [join(dirname(path), name)] : []));
}

test.each(rooms)('%s imports only what stands beside it in the table', (room) => {
  const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
  const imports = sourcesOf(room).flatMap((path) => neighboursOf(path).map((target) => ({ path, target })));
  const strangers = imports.filter(
    ({ target }) => !allowed.some((folder) => target.startsWith(`${folder}/`) || target === folder),
  );
  expect(strangers).toEqual([]);
});

test.each(['model', 'proof', 'review', 'rollout'].filter((room) => rooms.includes(room)))('%s is pure', (room) => {
  const impure =
    /^(node:)?(fs|child_process|os|net|http|https|worker_threads|process|timers)(\/|$)|^(cdktf|constructs|@cdktf|@pulumi)/;
  const found = sourcesOf(room).flatMap((path) => {
    const clock = /\bDate\.now\(\)|\bnew Date\(\)|\bprocess\.|\bMath\.random\(/.exec(
      textOf(path).replaceAll(/^\s*(\*|\/\/|\/\*).*$/gm, ''),
    );
    const imports = importsOf(path).filter((name) => impure.test(name));
    return [...imports, ...(clock === null ? [] : [clock[0]])].map((what) => `${path}: ${what}`);
  });
  expect(found).toEqual([]);
});

test('every room that exists is checked and built', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const known = new Set(rooms.map((room) => room.split('/')[0] ?? room));
  const outside = [
    'bin',
    'docs',
    'node_modules',
    'packages',
    'pipelines',
    'test',
    'tools',
    'dist',
    'coverage',
    'cdktf.out',
    'out',
  ];
  const unknown = folders.map(({ name }) => name).filter((name) => !name.startsWith('.') && !known.has(name));
  expect(unknown.filter((name) => !outside.includes(name))).toEqual([]);
  const { include } = JSON.parse(textOf('tsconfig.build.json')) as { include: string[] };
  expect(new Set(include)).toEqual(known);
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const [, cruised = ''] = /depcruise ([a-z ]+?) &&/.exec(scripts['check'] ?? '') ?? [];
  expect(new Set(cruised.split(' '))).toEqual(known);
});
