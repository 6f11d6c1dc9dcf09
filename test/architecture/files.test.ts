import { basename } from 'node:path';
import { filesBelow, textOf } from '../support/repository-files';

const all = filesBelow();
const product = filesBelow().filter((path) => path.endsWith('.ts') && !/^(test|packages)\//.test(path));

/** Parts joined here, so that this file does not name what it forbids. */
const joined = (...parts: string[]): string => parts.join('');

test('no written line is over the ceiling of its file: 250 lines', () => {
  const long = product.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }));
  expect(long.filter(({ lines }) => lines > 250)).toEqual([]);
});

test('a source is named in kebab-case after one noun, never after a drawer', () => {
  const drawers = /^(utils?|helpers?|common|types|manager|base|misc)$/;
  const bad = product.filter((path) => {
    const name = basename(path).replace(/(\.main|\.test)?(\.d)?\.ts$/, '');
    return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || drawers.test(name) || /-v\d+$/.test(name);
  });
  expect(bad).toEqual([]);
});

test('no file speaks of what lies outside of the repository', () => {
  const outside = [joined('..', '/shared'), joined('/', 'work/'), joined('/', 'root/')];
  expect(mentions(outside)).toEqual([]);
});

test('no file names the host of a package registry: which one serves is the user’s setting', () => {
  const hosts = [
    joined('registry.npmjs', '.org'),
    joined('registry.npmmirror', '.com'),
    joined('proxy.golang', '.org'),
    joined('sum.golang', '.org'),
    joined('goproxy', '.cn'),
    joined('deb.debian', '.org'),
    joined('pypi', '.org'),
  ];
  expect(mentions(hosts)).toEqual([]);
});

function mentions(words: readonly string[]): string[] {
  return all.flatMap((path) => {
    const text = textOf(path);
    return words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
  });
}
