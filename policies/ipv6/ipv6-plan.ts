/** The action plan of 2017; a policy duty, and no control of the protection scheme. */
export const IPV6_PLAN = '推进互联网协议第六版（IPv6）规模部署行动计划 2017';
