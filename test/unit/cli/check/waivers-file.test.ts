import { type WrittenWaiver, withWaiver } from '../../../../cli/check/waivers-file';

const waiver: WrittenWaiver = {
  policy: 'HOST-MGMT',
  at: 'openstack_networking_port_v2.a',
  fingerprint: '123456789012',
  reason: '厂商维护: until the move',
  owner: 'health',
  approver: 'data-bureau',
  ticket: 'T-1',
  until: '2026-12-24',
};

const item = [
  '- policy: HOST-MGMT',
  '  at: openstack_networking_port_v2.a',
  '  fingerprint: "123456789012"',
  '  reason: "厂商维护: until the move"',
  '  owner: health',
  '  approver: data-bureau',
  '  ticket: T-1',
  '  until: 2026-12-24',
  '',
].join('\n');

test.each([
  ['nothing yet', ''],
  ['a comment only', '# accepted by the board\n'],
  ['a list with comments', '# top\n- policy: X # why\n  at: y   # odd   spacing\n# end\n'],
])('%s stays byte for byte, and the waiver comes behind it', (_, before) => {
  expect(withWaiver(before, waiver)).toBe(before + item);
});

test('a file without a last line break gets one', () => {
  expect(withWaiver('- policy: X', waiver)).toBe(`- policy: X\n${item}`);
});

test('an empty list in brackets is opened, and its comment stays', () => {
  expect(withWaiver('# none\n[]\n', waiver)).toBe(`# none\n${item}`);
});
