import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { required } from './engines';
import { freePort } from './free-port';

const python = process.env['EGOV_TEST_PYTHON'] ?? 'python3';

/** It asks for a signature and does not verify it. */
const SIGNED = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=someone/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0',
};

/** A store that speaks S3, on loopback: moto (Apache-2.0), which keeps objects in memory and knows conditional writes. */
export class S3Server {
  private server: ReturnType<typeof spawn> | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it with one empty bucket. */
  async start(bucket: string): Promise<void> {
    this.port = await freePort();
    const args = ['-m', 'moto.server', '-H', '127.0.0.1', '-p', `${this.port}`];
    this.server = spawn(python, args, { stdio: 'ignore' });
    for (let tries = 0; !(await this.make(bucket)); tries += 1) {
      if (tries > 600) throw new Error('moto does not answer');
      await wait(100);
    }
  }

  /** Keys of all objects. */
  async keys(bucket: string): Promise<string[]> {
    const answer = await fetch(`${this.url}/${bucket}`, { headers: SIGNED });
    return [...(await answer.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key).sort();
  }

  async text(bucket: string, key: string): Promise<string> {
    return (await fetch(`${this.url}/${bucket}/${key}`, { headers: SIGNED })).text();
  }

  async put(bucket: string, key: string, body: string): Promise<void> {
    await fetch(`${this.url}/${bucket}/${key}`, { method: 'PUT', body, headers: SIGNED });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.server?.once('close', resolve));
    if (this.server?.kill('SIGTERM')) await ended;
  }

  private async make(bucket: string): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/${bucket}`, { method: 'PUT', headers: SIGNED })).ok;
    } catch {
      return false;
    }
  }
}

/** A `describe` that needs moto; skipped with its reason, or failing where `EGOV_REQUIRE` lists `s3`. */
export function describeWithS3(name: string, tests: () => void): void {
  if (spawnSync(python, ['-c', 'import moto.server, flask'], { stdio: 'ignore' }).status === 0) describe(name, tests);
  else if (required('s3'))
    describe(name, () => {
      test('has a store that speaks S3', () => {
        throw new Error(`EGOV_REQUIRE asks for s3, and ${python} has no moto; pip install 'moto[server]'`);
      });
    });
  else describe.skip(`${name} (skipped: ${python} has no moto; pip install 'moto[server]')`, tests);
}
