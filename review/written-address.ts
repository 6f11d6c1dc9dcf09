/** How addresses stand in texts, as sources of regular expressions: `10.0.0.0/24`, `2001:db8::1`. */
export const V4 = String.raw`(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?`;
export const V6 = String.raw`[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?:\/\d{1,3})?`;

/** How they stand in names of rules, behind the service: `ingress-tcp_443-10-0-0-0_24`. */
export const NAMED_V4 = String.raw`(?:\d{1,3}-){3}\d{1,3}_\d{1,2}`;
export const NAMED_V6 = String.raw`[0-9a-f]{1,4}(?:-[0-9a-f]{0,4}){2,8}_\d{1,3}`;

/** In names of networks: `reachable-59-220-16-0-26`. */
export const DASHED_V4 = String.raw`(?:\d{1,3}-){4}\d{1,2}`;
