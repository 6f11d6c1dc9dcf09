import { CloudAccess } from '../../../deployment/cloud-access';
import type { KeystoneSession } from '../../../deployment/openstack/keystone-session';

const session = (authUrl: string) => ({ credentials: { authUrl } }) as KeystoneSession;
const [province, far] = [session('http://a/v3'), session('http://b/v3')];

test('a site has its own cloud, or that of all', () => {
  const clouds = new CloudAccess(province, new Map([['langfang', far]]));
  expect(clouds.sessionOf({ site: 'langfang' })).toBe(far);
  expect(clouds.sessionOf({ site: 'shijiazhuang' })).toBe(province);
  expect(clouds.clientOf({ site: 'langfang', region: 'r2' })).toMatchObject({ session: far, region: 'r2' });
});

test('a saved plan knows every cloud by its address', () => {
  expect(new CloudAccess(province).address).toBe('http://a/v3');
  expect(new CloudAccess(province, new Map([['langfang', far]])).address).toBe('http://a/v3 langfang=http://b/v3');
});
