import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where a deployment keeps what must outlive it: `state/` beside the synthesis of an environment. */
export class DeploymentFolder {
  /** `path` is the folder of the environment, which holds `stacks/`. */
  constructor(readonly path: string) {}

  get state(): string {
    const folder = join(this.path, 'state');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  stateFile(state: string): string {
    return join(this.state, `${state}.tfstate`);
  }

  /** What OpenTofu reported while it applied, until an apply of the stack succeeds. */
  journal(state: string): string {
    return join(this.state, `${state}.journal`);
  }

  /** Imports of what exists already, until an apply of the stack has taken it over. */
  imports(state: string): string {
    return join(this.state, `${state}.imports.json`);
  }

  /** The stacks that were ever deployed from here. */
  get record(): string {
    return join(this.state, 'stacks.json');
  }

  get lock(): string {
    return join(this.state, 'deployment.lock');
  }

  /** Every permission to destroy something protected that was used: one JSON object a line. */
  get allowances(): string {
    return join(this.state, 'allowed-destroys.jsonl');
  }
}
