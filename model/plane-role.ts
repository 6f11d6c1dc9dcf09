/** What a plane carries. At most one extranet and one internet plane exist at a site (一网双平面). */
export const planeRoles = ['extranet', 'internet', 'management', 'storage', 'replication'] as const;
export type PlaneRole = (typeof planeRoles)[number];

/** The planes in which departments have servers. */
export const businessRoles: readonly PlaneRole[] = ['extranet', 'internet'];
