import { designEnvironment } from '../../../../model/design/design-environment';
import { type Difference, environment, said, type WrittenEnvironment } from '../../../support/environment-builder';

const images = { arm: { arch: 'aarch64', os: 'kylin' }, x86: { arch: 'x86_64', os: 'kylin' } } as const;
const of = (difference: Difference<WrittenEnvironment>) => designEnvironment(environment({ images, ...difference }));

const tiersOf = (difference: Difference<WrittenEnvironment>) =>
  of(difference).tenants.flatMap((tenant) =>
    tenant.vpcs.flatMap((vpc) => vpc.tiers.map((tier) => `${tier.key} ${tier.image ?? 'unknown'}`)),
  );

test('a tier boots from the image of its pool unless it names another', () => {
  const difference = {
    images: { ...images, own: images.arm },
    pools: { 'extranet-arm': { image: 'arm' } },
    tenants: { finance: { systems: { budget: { tiers: { db: { image: 'own' } } } } } },
  };
  expect(tiersOf(difference)).toEqual([
    'finance/budget/app arm',
    'finance/budget/db own',
    'finance/budget/web unknown',
    'health/archive/app arm',
    'health/archive/db arm',
  ]);
  expect(of(difference).assurance.images.map((one) => one.key)).toEqual(['arm', 'own']);
});

test('an image that nothing uses is not a part of the cloud', () => {
  expect(of({}).assurance.images).toEqual([]);
});

test('an image of another architecture is refused, for a pool and for a tier', () => {
  expect(said({ images, pools: { 'extranet-arm': { image: 'x86' } } })).toEqual([
    'IMAGE_ARCH pools/extranet-arm/image · image x86 is for x86_64, the hosts of pool extranet-arm are aarch64 · name an image for aarch64',
  ]);
  expect(said({ images, tenants: { finance: { systems: { budget: { tiers: { web: { image: 'arm' } } } } } } })).toEqual(
    [
      'IMAGE_ARCH tenants/finance/systems/budget/tiers/web/image · image arm is for aarch64, the hosts of finance/budget/web are x86_64 · name an image for x86_64',
    ],
  );
});

test('an image that nobody described is refused', () => {
  expect(said({ pools: { 'extranet-arm': { image: 'none' } } })).toEqual([
    expect.stringMatching(/^REFERENCE_UNKNOWN pools\/extranet-arm\/image /),
  ]);
});

test('the volume classes of a design are those that volumes use', () => {
  const spare = { media: 'sas' } as const;
  expect(of({ volumeClasses: { spare } }).assurance.volumeClasses).toEqual([
    {
      key: 'encrypted-ssd',
      media: 'ssd',
      encrypted: true,
      cipher: 'aes-xts-plain64',
      place: 'volumeClasses/encrypted-ssd',
    },
  ]);
});
