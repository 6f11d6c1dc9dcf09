import type { Text } from '../../model/text';
import type { ControlCode } from './control';

/** Controls that no definition can answer, and why: a person must look. */
export const manualReasons: Readonly<Partial<Record<ControlCode, Text>>> = {
  'BND-WLAN': {
    en: 'wireless equipment is in no definition of a cloud',
    zh: '无线设备不在云定义之内',
  },
  'BND-BLOCK': {
    en: 'attestation of devices happens where they are plugged in',
    zh: '设备可信验证在接入现场完成',
  },
  'AUD-REMOTE': {
    en: 'how records of remote users are indexed is a setting of the log store',
    zh: '远程访问审计分类由日志平台配置',
  },
  'ACC-GRAIN': {
    en: 'rights on files and tables are set inside of servers',
    zh: '文件与数据表权限在主机内设置',
  },
  'SMC-POL': {
    en: 'servers of patches and policies are products that run on the cloud',
    zh: '补丁与策略服务器属云上产品',
  },
  'CLD-MECH': {
    en: 'what the operator offers is in its catalogue and contract',
    zh: '服务能力见云服务商目录与合同',
  },
  'CLD-OPEN': {
    en: 'whether products of others fit is tried, not declared',
    zh: '第三方产品接入须实测',
  },
  'MIG-OUT': {
    en: 'moving out is tried with one system, not declared',
    zh: '迁出能力须以实际系统验证',
  },
  'RES-COPIES': {
    en: 'whether every copy is gone is seen after the deletion',
    zh: '副本是否清除须在删除后核验',
  },
  'CC-SCHED': {
    en: 'hosts outside of every pool are in no definition',
    zh: '未纳管主机不在定义之内',
  },
  SLA: {
    en: 'rights, secrecy and return of data are in the contract',
    zh: '权责、保密与数据返还见合同',
  },
};
