import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { TerraformJson } from '../../model/emitted-stack';
import type { AskedPacket } from './asked-packet';

/** Where the OVN tools are unpacked; test/oracle/fetch.sh fills it. */
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'egov', 'ovn-oracle');
const PYTHON = '/usr/bin/python3';

/** Why the oracle cannot be asked on this machine; undefined where it can. */
export function oracleMissing(): string | undefined {
  if (!existsSync(join(cache, 'root/usr/bin/ovn-trace'))) return 'OVN is not unpacked; run test/oracle/fetch.sh';
  try {
    execFileSync(PYTHON, ['-c', 'import neutron.common.ovn.acl'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'the Debian package python3-neutron is not installed';
  }
}

/** OVN, asked about single packets: Neutron's compiler, ovn-northd and ovn-trace in processes of their own. */
export class Oracle {
  private readonly child: ChildProcess;
  private readonly answers: Interface;
  private readonly waiting: { resolve(answer: unknown): void; reject(error: Error): void }[] = [];
  private said = '';

  constructor() {
    this.child = spawn(PYTHON, [join(__dirname, 'ovn.py'), cache], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stderr?.on('data', (text: Buffer) => {
      this.said = `${this.said}${text}`.slice(-4000);
    });
    this.answers = createInterface({ input: this.child.stdout as NodeJS.ReadableStream });
    this.answers.on('line', (line) => this.waiting.shift()?.resolve(JSON.parse(line)));
    this.child.on('exit', () => {
      for (const one of this.waiting) one.reject(new Error(`the oracle ended: ${this.said}`));
    });
  }

  /** `claims`: addresses of nobody's for which a port answers. */
  async load(world: TerraformJson, claims: Readonly<Record<string, string>>): Promise<void> {
    await this.say({ world, claims });
  }

  async passes(packets: readonly AskedPacket[]): Promise<boolean[]> {
    return (await this.say({ packets })) as boolean[];
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.stdin?.end();
    await ended;
    this.answers.close();
  }

  private say(question: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin?.write(`${JSON.stringify(question)}\n`);
    });
  }
}
