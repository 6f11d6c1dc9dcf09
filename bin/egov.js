#!/usr/bin/env node
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const built = join(root, 'dist/cli/main.js');
const source = join(root, 'cli/main.ts');

// The construct library records a stack trace for every construct unless told not to: three times the work.
process.env.CDKTN_DISABLE_CREATION_STACK ??= '1';

/** In a checkout the sources may have moved on since the last build; an installed package has none. */
function isBuilt() {
  if (!existsSync(built)) return false;
  if (!existsSync(source)) return true;
  const time = statSync(join(root, 'dist/.built'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const { include: rooms } = require('../tsconfig.build.json');
  return rooms.every((room) => isOlder(join(root, room), time));
}

function isOlder(folder, time) {
  if (!existsSync(folder)) return true;
  return readdirSync(folder, { withFileTypes: true }).every((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isOlder(path, time);
    return !entry.name.endsWith('.ts') || statSync(path).mtimeMs <= time;
  });
}

if (isBuilt()) {
  require(built);
} else {
  // The newest target that ts-node's bridge to swc has a name for.
  require('ts-node').register({ swc: true, cwd: root, compilerOptions: { target: 'ES2022' } });
  require(source);
}
