import { ClusterGuardrails } from '../../../../constructs/kubernetes/index';
import type { GuardrailsDesign } from '../../../../model/design/guardrails-design';
import { pulumiObjects } from '../../../support/pulumi-objects';

const guardrails: GuardrailsDesign = {
  plane: 'internet',
  imagePrefix: 'registry.gov.example/',
  nodePorts: 'refused',
  podSecurity: ['restricted', 'baseline'],
  labels: ['dept', 'plane'],
  exempt: ['egov-ingress', 'kube-system'],
  priorities: [{ name: 'egov-high', value: 100_000, description: 'high' }],
  ingressClass: { name: 'internet', controller: 'k8s.io/ingress-nginx-internet' },
  storageClasses: [{ name: 'encrypted-ssd', type: 'encrypted-ssd' }],
  administrators: [{ role: 'audit', group: 'auditors' }],
};
const ADMISSION = 'admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy';
const made = (difference: Partial<GuardrailsDesign> = {}) =>
  pulumiObjects(() => new ClusterGuardrails('guardrails', { ...guardrails, ...difference }));

test('every policy of admission is bound, refuses, and leaves alone what it must', async () => {
  const objects = await made();
  const names = [...objects.keys()].filter((key) => key.startsWith(`${ADMISSION} `)).map((key) => key.split(' ')[1]);
  expect(names.sort()).toEqual([
    'egov-host',
    'egov-host-of-apps',
    'egov-host-of-jobs',
    'egov-images',
    'egov-images-of-apps',
    'egov-images-of-jobs',
    'egov-namespaces',
    'egov-services',
    'egov-wildcards',
  ]);
  for (const name of names)
    expect(objects.get(`${ADMISSION}Binding ${name}`)).toMatchObject({
      spec: { policyName: name, validationActions: ['Deny', 'Audit'] },
    });
  expect(objects.get(`${ADMISSION}Binding egov-images`)).toMatchObject({
    spec: {
      matchResources: {
        namespaceSelector: {
          matchExpressions: [
            { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['egov-ingress', 'kube-system'] },
          ],
        },
      },
    },
  });
});

test('images come from the registry, by digest, in every list of containers', async () => {
  const spec = (await made()).get(`${ADMISSION} egov-images`)?.['spec'];
  const { validations } = (spec ?? {}) as { validations: { expression: string }[] };
  expect(validations.map(({ expression }) => expression)).toEqual([
    "(!has(object.spec.containers) || object.spec.containers.all(c, c.image.startsWith('registry.gov.example/'))) && (!has(object.spec.initContainers) || object.spec.initContainers.all(c, c.image.startsWith('registry.gov.example/'))) && (!has(object.spec.ephemeralContainers) || object.spec.ephemeralContainers.all(c, c.image.startsWith('registry.gov.example/')))",
    "(!has(object.spec.containers) || object.spec.containers.all(c, c.image.matches('@sha256:[0-9a-f]{64}$'))) && (!has(object.spec.initContainers) || object.spec.initContainers.all(c, c.image.matches('@sha256:[0-9a-f]{64}$'))) && (!has(object.spec.ephemeralContainers) || object.spec.ephemeralContainers.all(c, c.image.matches('@sha256:[0-9a-f]{64}$')))",
  ]);
});

test('NodePorts are spoken of only where they are refused', async () => {
  const messages = async (nodePorts: GuardrailsDesign['nodePorts']) =>
    JSON.stringify((await made({ nodePorts })).get(`${ADMISSION} egov-services`));
  expect(await messages('refused')).toContain('NodePort');
  expect(await messages('admitted')).not.toContain('NodePort');
});

test('no role has a star, and none of the administrators reads secrets', async () => {
  const administrators = (['audit', 'security', 'system'] as const).map((role) => ({ role, group: role }));
  const objects = await made({ administrators });
  const roles = [...objects].filter(([key]) => key.startsWith('rbac.authorization.k8s.io/v1:ClusterRole '));
  expect(roles).toHaveLength(7);
  for (const [key, { rules }] of roles) {
    expect(JSON.stringify(rules ?? [])).not.toContain('"*"');
    if (key.includes('administrator')) expect(JSON.stringify(rules ?? [])).not.toContain('secrets');
  }
});

test('developers cannot take down the walls of their namespace', async () => {
  const objects = await made();
  const rules = objects.get('rbac.authorization.k8s.io/v1:ClusterRole egov:developer')?.['rules'] as {
    resources: string[];
    verbs: string[];
  }[];
  const walls = ['networkpolicies', 'resourcequotas', 'limitranges', 'rolebindings', 'roles', 'namespaces'];
  const written = rules.filter(({ verbs }) => verbs.includes('delete')).flatMap(({ resources }) => resources);
  expect(written.filter((one) => walls.includes(one))).toEqual([]);
  expect(written).toContain('secrets');
});
