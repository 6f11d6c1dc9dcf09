type Fields = Readonly<Record<string, unknown>>;

/** A Deployment in `finance` of one container that no policy finds anything in, with what differs. */
export function deployment(container: Fields = {}, pod: Fields = {}, spec: Fields = {}): Fields {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'finance' },
    spec: {
      replicas: 2,
      ...spec,
      template: {
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true },
          ...pod,
          containers: [
            {
              name: 'web',
              image: `registry.local/web@sha256:${'0'.repeat(64)}`,
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
              ...container,
            },
          ],
        },
      },
    },
  };
}

export function object(kind: string, name: string, fields: Fields, namespace?: string): Fields {
  const metadata = { name, ...(namespace !== undefined && { namespace }), ...(fields['metadata'] as Fields) };
  return { apiVersion: 'v1', kind, ...fields, metadata };
}
