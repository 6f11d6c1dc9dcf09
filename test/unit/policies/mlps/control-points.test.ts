import { controlPoints } from '../../../../policies/mlps/control-points';
import { controlTable } from '../../../../policies/mlps/control-table';

test('every control point of the table has English words, and no other has', () => {
  const points = new Set(controlTable.map(([, , , , point]) => point));
  expect(Object.keys(controlPoints).sort()).toEqual([...points].sort());
  expect(new Set(Object.values(controlPoints)).size).toBe(points.size);
});
