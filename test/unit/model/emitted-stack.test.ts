import { presentAddress } from '../../../model/emitted-stack';

test('an address is followed from name to name; one that nobody renamed stays', () => {
  const moved = [
    { from: 't.a', to: 't.b' },
    { from: 't.b', to: 't.c' },
  ];
  const now = presentAddress({ definition: { moved } });
  expect(['t.a', 't.b', 't.c', 't.x'].map(now)).toEqual(['t.c', 't.c', 't.c', 't.x']);
  expect(presentAddress({ definition: {} })('t.a')).toBe('t.a');
});
