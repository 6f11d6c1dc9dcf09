import { run, workingFolder } from '../command-line';

/** As where Pulumi's packages are not installed. */
beforeEach(() => {
  for (const name of ['@pulumi/pulumi', '@pulumi/kubernetes'])
    jest.doMock(name, () => {
      throw new Error(`${name} was loaded`);
    });
});

test('a test would hear of it', () => {
  expect(() => require('@pulumi/kubernetes')).toThrow('@pulumi/kubernetes was loaded');
});

const COUNTY = 'guangxi/liuzhou/liucheng';

test.each([
  `prove ${COUNTY}`,
  `check ${COUNTY}`,
  `render ${COUNTY} -o manifests`,
  `why ${COUNTY} health/clinics/app health/clinics/db tcp/5236`,
])(
  '%s knows the cluster, and loads nothing of Pulumi',
  async (line) => {
    const folder = workingFolder('guangxi', 'defaults.yaml');
    const { code, err } = await run(line, { folder });
    expect([code, err]).toEqual([0, expect.any(Array)]);
  },
  120_000,
);
