import { isPublic } from '../../../policies/public-blocks';

test.each([undefined, '0.0.0.0/0', '0.0.0.0/1', '10.0.0.0/7', '203.0.113.0/24', '::/0', '2001:db8::/32', 'any'])(
  '%s holds addresses of the Internet',
  (text) => {
    expect(isPublic(text)).toBe(true);
  },
);

test.each(['10.0.0.0/8', '10.9.0.0/16', '172.31.0.1/32', '192.168.1.1', 'fd00::/8'])('%s holds none', (text) => {
  expect(isPublic(text)).toBe(false);
});
