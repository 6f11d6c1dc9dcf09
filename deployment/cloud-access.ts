import type { KeystoneSession } from './openstack/keystone-session';
import { OpenStackClient } from './openstack/openstack-client';
import type { StackUnit } from './stack-unit';

/** The clouds of an environment: one for all its sites, or further ones for some of them. */
export class CloudAccess {
  constructor(
    /** Of every site that has none of its own. */
    readonly common: KeystoneSession,
    private readonly own: ReadonlyMap<string, KeystoneSession> = new Map(),
  ) {}

  sessionOf({ site }: Pick<StackUnit, 'site'>): KeystoneSession {
    return this.own.get(site) ?? this.common;
  }

  /** The APIs of the region in which a stack is made. */
  clientOf(stack: Pick<StackUnit, 'site' | 'region'>): OpenStackClient {
    return new OpenStackClient(this.sessionOf(stack), stack.region);
  }

  get sessions(): readonly KeystoneSession[] {
    return [...new Set([this.common, ...this.own.values()])];
  }

  /** Addresses of Keystone, each with the site that it is of where it is not of all. */
  get address(): string {
    const own = [...this.own].map(([site, { credentials }]) => `${site}=${credentials.authUrl}`).sort();
    return [this.common.credentials.authUrl, ...own].join(' ');
  }

  close(): void {
    for (const session of this.sessions) session.close();
  }
}
