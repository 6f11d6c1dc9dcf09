import { ProblemsError } from '../model/problem';
import type { CloudAccess } from './cloud-access';
import type { Deployment } from './deployment';
import type { OpenStackClient, ServiceName } from './openstack/openstack-client';

/** Of each of these one is asked for: a project, and something in it. */
const PROBES: readonly (readonly [string, ServiceName, string])[] = [
  ['openstack_identity_project_v3', 'identity', '/projects'],
  ['openstack_networking_network_v2', 'network', '/v2.0/networks'],
];

/**
 * Whether the account sees what stands in the projects of the deployment. By the default policies of many clouds a reader
 * sees its own project only, and everything else looks to it as if it were gone.
 */
export async function seesDeployed(deployment: Deployment, clouds: CloudAccess): Promise<boolean> {
  const states = await deployment.states();
  for (const [type, service, path] of PROBES)
    for (const stack of deployment.stacks) {
      const resources = [...(states.get(stack.name)?.resources.values() ?? [])];
      const one = resources.find((resource) => resource.type === type);
      if (one === undefined) continue;
      if (!(await isSeen(clouds.clientOf(stack), service, `${path}/${one.id}`))) return false;
      break;
    }
  return true;
}

async function isSeen(cloud: OpenStackClient, service: ServiceName, path: string): Promise<boolean> {
  try {
    return (await cloud.get(service, path)) !== undefined;
  } catch (error) {
    if (error instanceof ProblemsError && error.problems.every(({ code }) => code === 'CLOUD_REFUSED')) return false;
    throw error;
  }
}
