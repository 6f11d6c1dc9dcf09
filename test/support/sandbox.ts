import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLED } from '../../sandbox/debian-packages';
import { sandboxDown } from '../../sandbox/sandbox-down';
import { type PortName, servicePort } from '../../sandbox/sandbox-settings';
import type { SandboxStatus } from '../../sandbox/sandbox-status';
import { required } from './engines';

/** A first start makes databases and schemas: minutes on a busy machine, once for each set of settings. */
export const SANDBOX_PATIENCE = 1_800_000;

/**
 * A `describe` that needs a sandbox, with a folder for its state; whatever runs there is ended. A cloud takes minutes,
 * so that it runs only where `EGOV_REQUIRE` lists `sandbox`, and then fails where packages are missing; elsewhere it is
 * skipped, with the reason in its name.
 */
export function describeWithSandbox(name: string, tests: (state: () => string) => void): void {
  const reason = reasonMissing();
  if (reason !== undefined && required('sandbox')) {
    describe(name, () => {
      test('has its packages', () => {
        throw new Error(`EGOV_REQUIRE asks for the sandbox, and ${reason}`);
      });
    });
    return;
  }
  const title = required('sandbox') ? name : `${name} (skipped: npm run test:live starts a cloud)`;
  (required('sandbox') ? describe : describe.skip)(title, () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    });
    // Ended first: without its folder nobody knows the processes any more.
    afterAll(async () => {
      await sandboxDown({ state: join(folder, 's') });
      rmSync(folder, { recursive: true, force: true });
    }, SANDBOX_PATIENCE);
    tests(() => join(folder, 's'));
  });
}

function reasonMissing(): string | undefined {
  const query = spawnSync('dpkg-query', ['-W', ...INSTALLED], { encoding: 'utf8' });
  if (query.error !== undefined) return 'there is no dpkg-query';
  return query.status === 0 ? undefined : 'the packages of the sandbox are not installed; egov sandbox up names them';
}

/** A client of the sandbox's APIs, with a token of the account for the project. */
export class SandboxClient {
  private constructor(
    private readonly status: SandboxStatus,
    private readonly token: string,
    private readonly region: string | undefined,
  ) {}

  /** `region`: the first of the sandbox where none is named. */
  static async of(status: SandboxStatus, user = 'admin', project = 'admin', region?: string): Promise<SandboxClient> {
    const domain = { name: 'Default' };
    const response = await fetch(`${status.authUrl}/auth/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        auth: {
          identity: { methods: ['password'], password: { user: { name: user, domain, password: 'sandbox' } } },
          scope: { project: { name: project, domain } },
        },
      }),
    });
    return new SandboxClient(status, response.headers.get('x-subject-token') ?? '', region);
  }

  /** The status code and the parsed body. */
  async call(service: PortName | 'keystone', method: string, path: string, body?: object): Promise<[number, Body]> {
    const { settings, authUrl } = this.status;
    if (settings === undefined) throw new Error('there is no sandbox');
    const region = this.region ?? (settings.regions[0] as string);
    const base = service === 'keystone' ? authUrl : `http://127.0.0.1:${servicePort(settings, region, service)}`;
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { 'x-auth-token': this.token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    // A refusal may come as a page.
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return [response.status, isJson && text !== '' ? JSON.parse(text) : {}];
  }

  /** Makes one thing in Neutron, such as a `subnet`, and returns its id. */
  async make(kind: string, properties: object): Promise<string> {
    const [code, body] = await this.call('neutron', 'POST', `/v2.0/${kind.replaceAll('_', '-')}s`, {
      [kind]: properties,
    });
    if (code !== 201) throw new Error(`${kind}: ${code} ${JSON.stringify(body)}`);
    return body[kind].id;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: an answer of OpenStack, read by tests only
type Body = any;
