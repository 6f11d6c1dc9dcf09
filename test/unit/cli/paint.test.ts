import { paint, wantsColour } from '../../../cli/paint';

test.each([
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'xterm' }, true],
])('terminal %s with %j gets colours: %s', (terminal, surroundings, wanted) => {
  expect(wantsColour(terminal, surroundings)).toBe(wanted);
});

test('words without colour are the words', () => {
  expect(paint(false, 'red', 'CODE')).toBe('CODE');
  expect(paint(true, 'red', 'CODE')).toBe('\u001b[31mCODE\u001b[39m');
});
