import { answering, clausesOf, controls } from '../../../../policies/mlps/control';
import { controlTable } from '../../../../policies/mlps/control-table';

const all = [...controls.values()];
const at = (level: 2 | 3 | 4) => all.filter(({ clauses }) => clauses[level] !== undefined);
const clauses = (level: 2 | 3 | 4) => new Set(all.flatMap((one) => one.clauses[level] ?? []));

test('no row of the table is lost: 100 controls, 55 at level 2, 89 at level 3, 97 at level 4', () => {
  expect([controlTable.length, all.length, at(2).length, at(3).length, at(4).length]).toEqual([100, 100, 55, 89, 97]);
});

test('80 rows are decided on definitions, 9 warn, 11 ask for evidence', () => {
  const modes = (mode: string) => all.filter((one) => one.mode === mode).length;
  expect([modes('E'), modes('W'), modes('V')]).toEqual([80, 9, 11]);
});

test('no clause is lost: 73 at level 2, 123 at level 3, 134 at level 4', () => {
  expect([clauses(2).size, clauses(3).size, clauses(4).size]).toEqual([73, 123, 134]);
});

test.each([
  ['–', []],
  ['8.1.2.1 a,b', ['8.1.2.1 a', '8.1.2.1 b']],
  ['8.1.3.3 a-d', ['8.1.3.3 a', '8.1.3.3 b', '8.1.3.3 c', '8.1.3.3 d']],
  ['7.1.2.3 7.1.3.6 7.1.4.6', ['7.1.2.3', '7.1.3.6', '7.1.4.6']],
  ['7.1.3.3 (monitor)', ['7.1.3.3']],
  ['9.1.4.2 g (mandatory AC)', ['9.1.4.2 g']],
  ['(law only)', ['网络安全法']],
])('the cell %s means the clauses %j', (cell, expected) => {
  expect(clausesOf(cell)).toEqual(expected);
});

test('a policy that answers two rows has the clauses of both and is as grave as the first', () => {
  expect(answering('NET-CAP', 'ACL-STATE')).toMatchObject({
    controls: ['NET-CAP', 'ACL-STATE'],
    outcome: 'warn',
    clauses: { 2: ['7.1.3.2 d'], 3: ['8.1.2.1 a', '8.1.2.1 b', '8.1.3.2 d'] },
  });
});
