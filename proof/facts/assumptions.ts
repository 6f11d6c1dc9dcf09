import type { Assumption } from '../proof';

/** What no resource says and every answer takes for granted. */
export const assumptions: readonly Assumption[] = [
  {
    id: 'edge-device-forwards',
    text: {
      en: 'the device that owns an external network’s gateway address forwards everything it could: between the routers on it, to its own networks, and to strangers; security groups decide alone',
      zh: '外部网络网关地址所在的物理设备转发一切可转发的报文；放行与否只由安全组决定',
    },
  },
  {
    id: 'physnets-are-apart',
    text: {
      en: 'devices of different physical networks are not connected with each other outside of OpenStack',
      zh: '不同物理网络的设备在 OpenStack 之外互不相连',
    },
  },
  {
    id: 'hosts-do-not-forward',
    text: {
      en: 'a server with ports on several networks forwards no packet from one to another',
      zh: '多网卡主机不在网络之间转发报文',
    },
  },
  {
    id: 'strangers-are-outside',
    text: {
      en: 'the uplink lets nobody in who claims an address of the inside',
      zh: '上联边界丢弃冒用内部地址的外来报文',
    },
  },
  {
    id: 'first-packets',
    text: {
      en: 'a statement is about the first packet of a connection; its replies pass with it where the group is stateful',
      zh: '结论针对连接的首个报文；有状态安全组放行其应答',
    },
  },
  {
    id: 'link-services',
    text: {
      en: 'ARP, neighbour discovery, multicast listener reports, DHCP and the metadata service always work on a network’s own wire, and are left out of every statement',
      zh: 'ARP、邻居发现、组播侦听、DHCP 与元数据服务在本网络内始终可用，不计入结论',
    },
  },
  {
    id: 'nothing-else-exists',
    text: {
      en: 'no port, router or rule exists beside those that were read',
      zh: '除已读取的资源外不存在其他端口、路由器或规则',
    },
  },
  {
    id: 'boundary-log',
    text: {
      en: 'that packets between zones are logged is set on the boundary devices, not by a resource',
      zh: '区域间日志由边界设备记录，不由资源声明',
    },
  },
];
