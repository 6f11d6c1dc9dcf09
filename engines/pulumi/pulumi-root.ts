import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineCache } from '../engine-cache';
import type { Surroundings } from '../surroundings';

export interface PulumiRootProps {
  readonly surroundings: Surroundings;
  /** Pulumi, by its path. */
  readonly pulumi: string;
  /** Its provider of Kubernetes, by its path. */
  readonly provider: string;
}

/**
 * The folder of an installation as the Automation API wants it: `bin/` with Pulumi and what Pulumi starts. It lies in
 * the user's cache under a name that follows from its content, so that it is made once.
 *
 * Ctrl-C in a terminal reaches every process of the foreground group, and Pulumi gives up its state at the second
 * interrupt. It must get exactly one, from the Automation API, so it leads a session of its own.
 */
export function pulumiRoot({ surroundings, pulumi, provider }: PulumiRootProps): string {
  const files: Readonly<Record<string, string>> = {
    pulumi: `command -v setsid >/dev/null && exec setsid ${quoted(pulumi)} "$@"\nexec ${quoted(pulumi)} "$@"`,
    'pulumi-resource-kubernetes': `exec ${quoted(provider)} "$@"`,
    'pulumi-analyzer-policy-nodejs': ANALYZER,
  };
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  const root = join(engineCache(surroundings), `pulumi-root-${hash}`);
  if (existsSync(root)) return root;
  const draft = `${root}.${process.pid}`;
  mkdirSync(join(draft, 'bin'), { recursive: true });
  for (const [name, script] of Object.entries(files))
    writeFileSync(join(draft, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  try {
    renameSync(draft, root);
  } catch {
    // Somebody else made it a moment ago.
    rmSync(draft, { recursive: true, force: true });
  }
  return root;
}

/**
 * What Pulumi starts for a pack of policies: in the folder of the pack, with the engine's address and that folder. The
 * pack's own dependencies bring the SDK.
 */
const ANALYZER =
  'exec node "$(node -p \'require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [process.cwd()] })\')" "$@"';

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
