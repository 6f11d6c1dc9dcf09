import { pulumiVariables } from '../../../../engines/pulumi/pulumi-variables';

const given = (surroundings: Readonly<Record<string, string>>) =>
  pulumiVariables({ surroundings, states: '/s', kubeconfig: '/k' });

test('the state is written once and the server decides how fast it is called, unless somebody has their own way', () => {
  const fast = { PULUMI_SKIP_CHECKPOINTS: 'true', PULUMI_K8S_CLIENT_QPS: '1000', PULUMI_K8S_CLIENT_BURST: '2000' };
  expect(given({})).toMatchObject(fast);
  const own = { PULUMI_SKIP_CHECKPOINTS: 'false', PULUMI_K8S_CLIENT_QPS: '40', PULUMI_K8S_CLIENT_BURST: '10' };
  expect(given(own)).toMatchObject(own);
});

test('the backend, and the passphrase of states, are those that are named; nothing else of the surroundings goes along', () => {
  expect(given({ OS_PASSWORD: 'hunter22' })).toMatchObject({
    PULUMI_BACKEND_URL: 'file:///s',
    PULUMI_CONFIG_PASSPHRASE: '',
    KUBECONFIG: '/k',
  });
  expect(given({ OS_PASSWORD: 'hunter22' })).not.toHaveProperty('OS_PASSWORD');
  expect(given({ PULUMI_BACKEND_URL: 's3://b', PULUMI_CONFIG_PASSPHRASE_FILE: '/p' })).toMatchObject({
    PULUMI_BACKEND_URL: 's3://b',
    PULUMI_CONFIG_PASSPHRASE_FILE: '/p',
  });
});
