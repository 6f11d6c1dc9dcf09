import { type KubernetesLevel, kubernetesLevels } from '../../model/design/kubernetes-levels';
import { cpuText, memoryText } from '../../model/kubernetes-quantity';
import { rows } from './commands-page';

const ROWS: readonly (readonly [words: string, value: (level: KubernetesLevel) => string])[] = [
  ['Pod Security that is enforced', ({ podSecurity }) => podSecurity.enforce],
  ['Pod Security that is warned and recorded', ({ podSecurity }) => podSecurity.warn],
  ['pods of a workload in production, at least', ({ replicas }) => `${replicas}`],
  ['pods that a drain of nodes leaves, at least', ({ available }) => `${available}`],
  ['spread over zones and nodes', ({ spread }) => spread],
  ['nodes of its own', ({ ownNodes }) => (ownNodes ? 'yes' : 'no')],
  ['servers of the control plane (Magnum)', ({ masters }) => `${masters}`],
  ['Services of type NodePort', ({ nodePorts }) => nodePorts],
  ['quota of a namespace: CPU requests (limits twice)', ({ quota }) => `${quota.cpu}`],
  ['quota of a namespace: memory requests (limits twice)', ({ quota }) => `${quota.memoryGiB}Gi`],
  ['quota of a namespace: pods', ({ quota }) => `${quota.pods}`],
  ['quota of a namespace: storage', ({ quota }) => `${quota.storageGiB}Gi`],
  ['requests of a container', ({ container }) => size(container.requests)],
  ['limits of a container', ({ container }) => size(container.limits)],
  ['most that a container may ask for', ({ container }) => size(container.most)],
];

/** docs/reference/kubernetes-levels.md, from the one table in code. */
export function kubernetesLevelsPage(): string {
  const levels = Object.entries(kubernetesLevels);
  const head = ['', ...levels.map(([level]) => `level ${level}`)];
  return [
    '<!-- Generated from model/design/kubernetes-levels.ts by tools/reference.ts; do not edit. -->',
    '# Kubernetes: defaults by level',
    '',
    'What a system of each level of GB/T 22239-2019 gets where it says nothing itself; `docs/guide/kubernetes.md` says how.',
    '',
    ...rows(
      head,
      ROWS.map(([words, value]) => [words, ...levels.map(([, level]) => value(level))]),
    ),
    '',
  ].join('\n');
}

function size({ cpu, memory }: KubernetesLevel['container']['most']): string {
  return `${cpuText(cpu)}, ${memoryText(memory)}`;
}
