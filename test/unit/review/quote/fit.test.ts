import { join } from 'node:path';
import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { type Fit, fitOf, share } from '../../../../review/quote/fit';
import { ROOT } from '../../../support/repository-files';

const environment = readEnvironment(join(ROOT, 'environments'), 'suizhou');
const design = designEnvironment(environment);
const fits = fitOf(design, environment.values);
const of = (subject: string, what: string): Fit | undefined =>
  fits.find((one) => one.subject === subject && one.what.en === what);

test('a pool is as full as its tiers make it, and fuller with one host less', () => {
  const [pool] = design.pools;
  const written = environment.values.pools[pool?.key ?? ''];
  const each = (pool?.capacity.vcpus ?? 0) / (written?.hosts ?? 1);
  expect(of(pool?.key ?? '', 'processors')).toMatchObject({ used: pool?.wanted.vcpus, has: pool?.capacity.vcpus });
  expect(of(pool?.key ?? '', 'processors with one host less')?.has).toBe(
    Math.floor((pool?.capacity.vcpus ?? 0) - each),
  );
});

test('a network of a /28 has twelve addresses for servers', () => {
  const [network] = design.tenants.flatMap(({ vpcs }) => vpcs.flatMap((vpc) => vpc.networks));
  const cidr = network?.subnets.find(({ family }) => family === 4)?.cidr ?? '';
  const has = 2 ** (32 - Number(cidr.split('/')[1])) - 4;
  expect(of(network?.key ?? '', 'addresses of the network')?.has).toBe(has);
});

test('the fullest comes first, nothing of a valid cloud is over its limit, and a limit of nothing is', () => {
  const shares = fits.filter(({ what }) => !what.en.includes('one host less')).map(share);
  expect(shares.filter((one) => one > 1)).toEqual([]);
  expect([...fits].sort((a, b) => share(b) - share(a)).map(share)).toEqual(fits.map(share));
  expect(share({ subject: 's', what: { en: '', zh: '' }, used: 1, has: 0, place: '' })).toBe(Number.POSITIVE_INFINITY);
});
