/**
 * What the complete reachability of pods costs, from manifests in memory, in this process, with reading:
 * every product is counted. `node -r ts-node/register/transpile-only tools/bench-pods.ts PODS POLICIES`
 */
import { PodReachability } from '../proof/kubernetes/pod-reachability';
import { readPodWorld } from '../proof/kubernetes/read-pod-world';
import { podCluster } from './bench/pod-cluster';

const [pods = 1000, policies = 500] = process.argv.slice(2).map(Number);
const objects = podCluster({ pods, policies });
const began = performance.now();
const world = readPodWorld(objects);
const read = performance.now();
const reach = new PodReachability(world);
let flows = 0;
for (const _ of reach.flows('may')) flows += 1;
const end = performance.now();
const megabytes = process.resourceUsage().maxRSS / 1000;
const said = { pods, policies, flows, reading: (read - began) / 1000, seconds: (end - began) / 1000, megabytes };
process.stdout.write(`${JSON.stringify(said)}\n`);
