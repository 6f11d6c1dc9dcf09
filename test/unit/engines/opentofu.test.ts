import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPENSTACK_PROVIDER } from '../../../engines/engine-pin';
import { OpenTofu } from '../../../engines/opentofu';
import { formatProblem, ProblemsError } from '../../../model/problem';
import { temporaryFolder, tofuScript, writeProgram } from '../../support/engines-fake';

const folder = temporaryFolder();
const stack = { name: 'hebei/planes', folder: join(folder, 'stack') };
mkdirSync(stack.folder);

/** An OpenTofu whose commands are the script; its arguments and surroundings are left in files beside the stack. */
function open(script: string, more: Partial<Parameters<typeof OpenTofu.find>[0]> = {}): Promise<OpenTofu> {
  const record = `echo "$@" >> ${folder}/args; env > ${folder}/env`;
  const path = writeProgram(join(folder, 'tofu'), tofuScript('1.12.6', `${record}\n${script}`));
  writeFileSync(join(folder, 'args'), '');
  const surroundings = { PATH: process.env['PATH'], EGOV_TOFU: path, HOME: folder, ...more.surroundings };
  return OpenTofu.find({ ...more, surroundings });
}
const passed = (name: 'args' | 'env') => readFileSync(join(folder, name), 'utf8').trim().split('\n');

async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemsError)) throw new Error(`expected problems, got ${error}`);
  return error.problems.map((problem) => formatProblem(problem));
}

const diagnostic = (value: object) =>
  `printf '%s\\n' '${JSON.stringify({ '@message': 'Error', type: 'diagnostic', diagnostic: value })}'`;

test('an error that OpenTofu names keeps its resource and both of its sentences', async () => {
  const error = {
    severity: 'error',
    summary: 'Missing name',
    detail: 'A network has one.\n',
    address: 'openstack_networking_network_v2.a',
  };
  const tofu = await open(`${diagnostic(error)}; exit 1`);
  const [problem] = await problemsOf(tofu.plan({ stack }));
  expect(problem).toContain(
    'ENGINE_REFUSED hebei/planes openstack_networking_network_v2.a\n  OpenTofu says of network a: Missing name: A network has one.',
  );
});

test('a provider that crashes is told as that, once, whatever it was asked for, beside what the cloud refused', async () => {
  const crashed = (address: string) =>
    diagnostic({
      severity: 'error',
      summary: 'Plugin did not respond',
      detail:
        'The plugin encountered an error, and failed to respond to the plugin.(*GRPCProvider).ApplyResourceChange call.',
      address,
    });
  const refused = diagnostic({
    severity: 'error',
    summary: 'Error creating',
    detail: 'got 409',
    address: 'openstack_x.c',
  });
  const trace = [
    'Stack trace from the terraform-provider-openstack plugin:',
    'panic: runtime error: index out of range [3] with length 3',
    ...Array.from({ length: 40 }, (_, line) => `frame ${line}`),
  ];
  const script = [
    crashed('openstack_x.a'),
    crashed('openstack_x.b'),
    refused,
    `printf '%s\\n' '${trace.join("' '")}' >&2`,
  ];
  const tofu = await open(`${script.join('\n')}\nexit 1`);
  const [crash, other, ...more] = await problemsOf(tofu.plan({ stack }));
  expect(crash).toContain(
    "ENGINE_CRASHED hebei/planes\n  OpenTofu's provider of OpenStack crashed: panic: runtime error: index out of range [3] with length 3; 2 calls of it had no end",
  );
  expect(other).toContain('ENGINE_REFUSED hebei/planes openstack_x.c');
  expect(more).toEqual([]);
});

test('an error is placed where its resource was asked for, and says what repairs it', async () => {
  const address = 'openstack_networking_network_v2.finance_budget_app';
  const detail = 'got 409 instead: Quota exceeded for resources: [network].';
  const tofu = await open(`${diagnostic({ severity: 'error', summary: 'Error creating', detail, address })}; exit 1`);
  const places = { [address]: 'environments/hebei/tenants/finance.yaml:14:7' };
  const [problem = ''] = await problemsOf(tofu.plan({ stack: { ...stack, places } }));
  expect(problem.split('\n').map((line) => line.trim())).toEqual([
    'ENGINE_REFUSED environments/hebei/tenants/finance.yaml:14:7',
    `OpenTofu says of network finance/budget/app (hebei/planes ${address}): Error creating: ${detail}`,
    expect.stringMatching(/^fix: the project is full: raise `quota`/),
  ]);
});

test('what is looked up is placed where the resource of its name was asked for', async () => {
  const address = 'data.openstack_keymanager_container_v1.finance_budget_app';
  const tofu = await open(`${diagnostic({ severity: 'error', summary: 'none', address })}; exit 1`);
  const places = { 'openstack_lb_listener_v2.finance_budget_app': 'environments/hebei/tenants/finance.yaml:14:7' };
  const [problem = ''] = await problemsOf(tofu.plan({ stack: { ...stack, places } }));
  expect(problem).toContain('ENGINE_REFUSED environments/hebei/tenants/finance.yaml:14:7');
});

test('every error is reported, an error without a resource by its file and position, a warning not at all', async () => {
  const range = { filename: 'cdk.tf.json', start: { line: 3, column: 7 } };
  const script = [
    diagnostic({ severity: 'warning', summary: 'old' }),
    diagnostic({ severity: 'error', summary: 'first', range }),
    diagnostic({ severity: 'error', summary: 'second' }),
  ].join(';');
  const tofu = await open(`${script}; exit 1`);
  const problems = await problemsOf(tofu.init({ stack }));
  expect(problems.map((problem) => problem.split('\n')[0])).toEqual([
    'ENGINE_REFUSED hebei/planes cdk.tf.json:3:7',
    'ENGINE_REFUSED hebei/planes',
  ]);
});

test('a secret that an error quotes is taken out', async () => {
  const tofu = await open(`${diagnostic({ severity: 'error', summary: 'login with hunter22 failed' })}; exit 1`, {
    surroundings: { OS_PASSWORD: 'hunter22' },
  });
  expect((await problemsOf(tofu.plan({ stack })))[0]).toContain('login with *** failed');
});

test('an engine that dies in the middle of a plan is reported with its last lines', async () => {
  const tofu = await open('echo "fatal error: out of memory" >&2; kill -9 $$');
  expect(await problemsOf(tofu.plan({ stack }))).toEqual([
    [
      'ENGINE_FAILED hebei/planes',
      '  tofu plan ended with signal SIGKILL',
      '    fatal error: out of memory',
      '  fix: run it again; if it ends the same way, check memory and disk, and renew the engine with `egov engines install`',
    ].join('\n'),
  ]);
});

test('an interrupted command says so, whatever the engine made of the interrupt', async () => {
  const stop = new AbortController();
  const tofu = await open('trap "exit 1" INT; echo \'{"@message":"go"}\'; while :; do sleep 0.05; done', {
    signal: stop.signal,
  });
  const problems = await problemsOf(tofu.plan({ stack, onEvent: () => stop.abort() }));
  expect(problems[0]).toContain('ENGINE_INTERRUPTED hebei/planes\n  tofu plan was stopped before its end');
});

test('without a cloud the plan gets an address on loopback and refreshes nothing', async () => {
  const tofu = await open(`touch egov.tfplan; exit 0`);
  expect(tofu.cloud).toBe(false);
  expect(await tofu.plan({ stack })).toBe(false);
  expect(passed('env')).toContain('OS_AUTH_URL=http://127.0.0.1:9/v3');
  expect(passed('args')).toEqual(['plan -input=false -json -detailed-exitcode -out=egov.tfplan -refresh=false']);
});

test('with a cloud the user’s own variables pass through unchanged', async () => {
  const tofu = await open(`touch egov.tfplan; exit 2`, { surroundings: { OS_CLOUD: 'hebei' } });
  expect(tofu.cloud).toBe(true);
  expect(await tofu.plan({ stack, destroy: true })).toBe(true);
  expect(passed('env').filter((line) => line.startsWith('OS_'))).toEqual(['OS_CLOUD=hebei']);
  expect(passed('args')).toEqual(['plan -input=false -json -detailed-exitcode -out=egov.tfplan -destroy']);
});

test('secrets travel in variables, never in arguments', async () => {
  const tofu = await open(`touch egov.tfplan; exit 0`, {
    surroundings: { OS_CLOUD: 'hebei', OS_PASSWORD: 'hunter22', TF_VAR_token: 'tok-1234' },
  });
  await tofu.init({ stack });
  await tofu.plan({ stack });
  expect(passed('args').join(' ')).not.toMatch(/hunter22|tok-1234/);
  expect(passed('env')).toContain('OS_PASSWORD=hunter22');
});

test('a plan file is readable by its owner alone', async () => {
  const tofu = await open('umask 022; touch egov.tfplan; exit 0');
  await tofu.plan({ stack });
  expect(statSync(join(stack.folder, 'egov.tfplan')).mode & 0o777).toBe(0o600);
});

test('an answer that is no JSON is a failure of the engine', async () => {
  const tofu = await open('echo "{broken"');
  const message = 'ended with exit code 0\n    {broken';
  expect((await problemsOf(tofu.showDocument({ stack })))[0]).toContain(`tofu show ${message}`);
  expect((await problemsOf(tofu.validate({ stack })))[0]).toContain(`tofu validate ${message}`);
});

test('a stack that does not validate is refused, one with warnings returns them', async () => {
  const answer = (severity: string) =>
    `echo '${JSON.stringify({ valid: severity !== 'error', diagnostics: [{ severity, summary: 'deprecated' }] })}'`;
  const bad = await open(`${answer('error')}; exit 1`);
  expect((await problemsOf(bad.validate({ stack })))[0]).toContain('OpenTofu says: deprecated');
  const good = await open(answer('warning'));
  expect(await good.validate({ stack })).toEqual([
    { severity: 'warning', summary: 'deprecated', detail: '', place: '' },
  ]);
});

test('the cached provider is offered by a mirror of its own, other providers stay the user’s affair', async () => {
  const cache = join(folder, 'cache/egov/engines');
  writeProgram(join(cache, OPENSTACK_PROVIDER.folder, OPENSTACK_PROVIDER.program), '');
  const tofu = await open('exit 0', {
    surroundings: { XDG_CACHE_HOME: join(folder, 'cache'), TF_PLUGIN_CACHE_DIR: '/somewhere' },
  });
  await tofu.init({ stack, backend: false });
  expect(passed('args')).toEqual(['init -input=false -json -backend=false']);
  expect(passed('env')).toContain(`TF_CLI_CONFIG_FILE=${cache}/openstack-provider-3.4.0.tofurc`);
  expect(passed('env').join('\n')).not.toContain('TF_PLUGIN_CACHE_DIR');
  expect(readFileSync(`${cache}/openstack-provider-3.4.0.tofurc`, 'utf8')).toContain(
    `path    = "${cache}/openstack-provider-3.4.0"`,
  );
});

test('a resource is untainted by its address; where OpenTofu refuses, the command and its words are named', async () => {
  await (await open('exit 0')).untaint({ stack }, 'x.a');
  expect(passed('args')).toEqual(['untaint x.a']);
  const refusing = await open('echo "not tainted" >&2; exit 1');
  expect((await problemsOf(refusing.untaint({ stack }, 'x.a')))[0]).toMatch(/tofu untaint(.|\n)*not tainted/);
});
