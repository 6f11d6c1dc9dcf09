import type { Difference, WrittenEnvironment } from './environment-builder';

export const REGISTRY = 'registry.suizhou.gov.example';

/** An image of the registry, as it should be written. */
export const image = (name: string) => `${REGISTRY}/${name}@sha256:${'0a'.repeat(32)}`;

/** What the small environment needs for a cluster in its extranet, with a web front and what it reaches. */
export const onKubernetes = {
  kubernetes: {
    registry: REGISTRY,
    clusters: {
      extranet: {
        version: '1.34',
        api: ['10.99.0.8/32'],
        nodes: ['10.99.1.0/24'],
        nodePools: { business: { mlps: 3, nodes: 3, pool: 'extranet-arm', flavor: 'c8m32' } },
      },
    },
  },
  tenants: {
    finance: {
      systems: {
        budget: {
          kubernetes: {
            workloads: {
              desk: {
                plane: 'extranet',
                image: image('finance/desk'),
                entry: { host: 'desk.suizhou.gov.example', tls: 'desk-2026' },
                reaches: { db: { to: 'db', port: 5432, purpose: 'budget database' } },
              },
              jobs: { plane: 'extranet', image: image('finance/jobs') },
            },
          },
        },
      },
    },
  },
} satisfies Difference<WrittenEnvironment>;
