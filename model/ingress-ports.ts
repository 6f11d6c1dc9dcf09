/** TCP ports of an ingress controller, on its Service and on the pods behind it. */
export const INGRESS_PORTS: readonly number[] = [80, 443, 8080, 8443];
