import type { OpenStackClient, ServiceName, Thing } from '../openstack/openstack-client';

/** Lists of a cloud, each asked for once. */
export class CloudLookup {
  private readonly lists = new Map<string, Promise<readonly Thing[]>>();
  private readonly scoped = new Map<string, Promise<OpenStackClient>>();

  constructor(readonly cloud: OpenStackClient) {}

  /** With the account's own token; administrators see what is of all projects. */
  list(service: ServiceName, path: string, key: string): Promise<readonly Thing[]> {
    return this.once(`${service} ${path}`, () => this.cloud.list(service, path, key));
  }

  /** With a token of the project, for services that show each project its own only. */
  listWithin(project: string, service: ServiceName, path: string, key: string): Promise<readonly Thing[]> {
    return this.once(`${project} ${service} ${path}`, async () => {
      const client = this.scoped.get(project) ?? this.cloud.within(project);
      this.scoped.set(project, client);
      return (await client).list(service, path, key);
    });
  }

  private once(key: string, ask: () => Promise<readonly Thing[]>): Promise<readonly Thing[]> {
    const asked = this.lists.get(key) ?? ask();
    this.lists.set(key, asked);
    return asked;
  }
}
