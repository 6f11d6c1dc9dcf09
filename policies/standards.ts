/** Rules of practice that are ours: no standard has their words. The year is that of the wording. */
export const OWN = 'egov 2026';
/** https://kubernetes.io/docs/concepts/security/pod-security-standards, as the API server of this release holds them. */
export const POD_SECURITY = 'Pod Security Standards v1.36';
