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

  stateFile(stack: string): string {
    return join(this.state, `${stack}.tfstate`);
  }

  /** What OpenTofu reported while it applied, until an apply of the stack succeeds. */
  journal(stack: string): string {
    return join(this.state, `${stack}.journal`);
  }

  /** Imports of what exists already, until an apply of the stack has taken it over. */
  imports(stack: string): string {
    return join(this.state, `${stack}.imports.json`);
  }

  get lock(): string {
    return join(this.state, 'deployment.lock');
  }

  /** Every permission to destroy something protected that was used: one JSON object a line. */
  get allowances(): string {
    return join(this.state, 'allowed-destroys.jsonl');
  }
}
