import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { guidePages } from '../support/guide-pages';

const ENGLISH = 'docs/guide';
const CHINESE = 'docs/guide/zh';
const pages = readdirSync(CHINESE).filter((name) => name.endsWith('.md'));

/** What both pages have alike: the levels of headings and every block of code, and how many rows and items there are. */
function structureOf(text: string): readonly string[] {
  const blocks = /^```[\s\S]*?^```$|^#+ |^ {4,}\S.*$|^\| ?[^-\s|]|^\* /gm;
  return [...text.matchAll(blocks)].map(([found]) => (found.startsWith('|') ? '|' : found));
}

test('the pages that people follow step by step are there in Chinese', () => {
  expect([...pages].sort()).toEqual([...guidePages, 'own-repository'].map((name) => `${name}.md`).sort());
});

test.each(pages)('%s has the headings, commands, rows and items of the English page, in the same order', (name) => {
  const chinese = readFileSync(`${CHINESE}/${name}`, 'utf8');
  expect(structureOf(chinese)).toEqual(structureOf(readFileSync(`${ENGLISH}/${name}`, 'utf8')));
});

test.each(pages)('%s is in Chinese, and its links lead somewhere', (name) => {
  const chinese = readFileSync(`${CHINESE}/${name}`, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  const headings = [...chinese.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) => words);
  expect(headings.filter((words) => !/\p{Script=Han}|^[\w.]+$/u.test(words))).toEqual([]);
  const links = [...chinese.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, to = '']) => to);
  expect(links.filter((to) => !existsSync(`${CHINESE}/${to}`))).toEqual([]);
});

test.each(guidePages)('links of %s.md lead somewhere', (name) => {
  const links = [...readFileSync(`${ENGLISH}/${name}.md`, 'utf8').matchAll(/\]\(([^)#]+)[^)]*\)/g)];
  expect(links.map(([, to = '']) => to).filter((to) => !existsSync(`${ENGLISH}/${to}`))).toEqual([]);
});
