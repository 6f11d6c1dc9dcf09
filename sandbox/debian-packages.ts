import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Problem, ProblemsError } from '../model/problem';
import { SANDBOX_DOWNLOAD, SANDBOX_PACKAGES, SANDBOX_SYSTEM } from '../model/problems/sandbox-problems';
import { runTool } from './run-tool';
import { cacheFolder } from './sandbox-folder';
import type { SandboxNetwork } from './sandbox-settings';

/** Libraries of the services, their database, and the certificate tool of Octavia. No service package is installed. */
export const INSTALLED = [
  'python3-keystone',
  'python3-placement',
  'python3-glance',
  'python3-nova',
  'python3-neutron',
  'python3-cinder',
  'python3-octavia',
  'python3-designate',
  'python3-barbican',
  'python3-pymysql',
  'python3-openstackclient',
  'python3-waitress',
  'mariadb-server',
  'openssl',
] as const;

/** Paste files of the services, and OVN's programs. Installing them would ask questions and start services. */
const PASTE = [
  'nova-common',
  'neutron-common',
  'cinder-common',
  'glance-common',
  'barbican-common',
  'designate-common',
];
const OVN = ['ovn-central', 'ovn-common', 'openvswitch-common', 'openvswitch-switch'];

export function aptCommand(packages: readonly string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** One line for a package: its name and its state. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these braces
const STATUS_FORMAT = '-f=${Package} ${db:Status-Status}\n';

/** What is missing on this machine; empty when the sandbox can run. */
export async function packageProblems(): Promise<Problem[]> {
  const query = await runTool('dpkg-query', ['-W', STATUS_FORMAT, ...INSTALLED]);
  if (query.code === null) return [SANDBOX_SYSTEM.at('dpkg-query', { tool: 'dpkg-query' })];
  const installed = new Set(query.stdout.split('\n').filter((line) => line.endsWith(' installed')));
  const missing = INSTALLED.filter((name) => !installed.has(`${name} installed`));
  return missing.length === 0 ? [] : [SANDBOX_PACKAGES.at('packages', { missing, command: aptCommand(missing) })];
}

export function packagesFolder(): string {
  return join(cacheFolder(), 'packages');
}

/** Written when a package is unpacked as a whole. */
function marker(name: string): string {
  return join(packagesFolder(), '.unpacked', name);
}

/** Fetches and unpacks what is not installed. Throws ProblemsError when the mirror does not give it. */
export async function unpackPackages(network: SandboxNetwork, signal: AbortSignal | undefined): Promise<string> {
  const folder = packagesFolder();
  const wanted = [...PASTE, ...(network === 'ovn' ? OVN : [])].filter((name) => !existsSync(marker(name)));
  if (wanted.length === 0) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(join(dirname(folder), 'download-'));
  try {
    const fetched = await runTool('apt-get', ['download', ...wanted], { cwd: temporary, signal });
    if (fetched.code !== 0) throw downloadError(wanted, fetched.stderr);
    const files = readdirSync(temporary).filter((file) => file.endsWith('.deb'));
    for (const file of files) {
      const unpacked = await runTool('dpkg-deb', ['-x', join(temporary, file), folder], { signal });
      if (unpacked.code !== 0) throw downloadError([file], unpacked.stderr);
    }
    mkdirSync(join(folder, '.unpacked'), { recursive: true });
    for (const name of wanted) writeFileSync(marker(name), '');
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

function downloadError(packages: readonly string[], stderr: string): ProblemsError {
  const reason = stderr.trim().split('\n').at(-1) ?? '';
  return new ProblemsError([SANDBOX_DOWNLOAD.at('packages', { packages, reason })]);
}
