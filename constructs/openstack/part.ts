/** The props of a construct inside of a larger one, which supplies what it knows: it has a key of its own. */
export type Part<P> = Omit<P, 'networks' | 'securityGroups' | 'owner' | 'pools'> & { readonly key: string };
