import type { Policy } from '../policy';
import { accLabel } from './acc-label';
import { accLeastAccounts } from './acc-least-accounts';
import { accLeastDuties } from './acc-least-duties';
import { accLeastRoles } from './acc-least-roles';
import { acl5tuple } from './acl-5tuple';
import { aclDeny } from './acl-deny';
import { aclGap } from './acl-gap';
import { aclL7 } from './acl-l7';
import { aclMin } from './acl-min';
import { aclState } from './acl-state';
import { asset } from './asset';
import { audHost } from './aud-host';
import { audNet } from './aud-net';
import { bakLocal } from './bak-local';
import { bakLocate } from './bak-locate';
import { bakPolicy } from './bak-policy';
import { bakRealtime } from './bak-realtime';
import { bakRemote } from './bak-remote';
import { bakRestore } from './bak-restore';
import { bakTenant } from './bak-tenant';
import { bndCtrl } from './bnd-ctrl';
import { bndEgress } from './bnd-egress';
import { bndNac } from './bnd-nac';
import { ccAud } from './cc-aud';
import { ccMgmt } from './cc-mgmt';
import { ccMon } from './cc-mon';
import { cfgBase } from './cfg-base';
import { cldAcl } from './cld-acl';
import { cldAud } from './cld-aud';
import { cldCn } from './cld-cn';
import { cldGap4 } from './cld-gap4';
import { cldIds } from './cld-ids';
import { cldLabel4 } from './cld-label4';
import { cldLevel } from './cld-level';
import { cldMigacl } from './cld-migacl';
import { cldMutual } from './cld-mutual';
import { cldPool4 } from './cld-pool4';
import { cldSelf } from './cld-self';
import { cldTenant } from './cld-tenant';
import { cldVmacl } from './cld-vmacl';
import { cldWatch } from './cld-watch';
import { cryptoGm } from './crypto-gm';
import { datAuth } from './dat-auth';
import { datCn } from './dat-cn';
import { datEncR } from './dat-enc-r';
import { datEncT } from './dat-enc-t';
import { datInt } from './dat-int';
import { devSep } from './dev-sep';
import { drSwitch } from './dr-switch';
import { haHot } from './ha-hot';
import { hostAv } from './host-av';
import { hostIds } from './host-ids';
import { hostMgmt } from './host-mgmt';
import { hostMin } from './host-min';
import { hostPort } from './host-port';
import { hostVuln } from './host-vuln';
import { iamId } from './iam-id';
import { iamLock } from './iam-lock';
import { iamMfa } from './iam-mfa';
import { iamWire } from './iam-wire';
import { iamWireApi } from './iam-wire-api';
import { imgConf } from './img-conf';
import { imgHard } from './img-hard';
import { imgSum } from './img-sum';
import { ipsEdge } from './ips-edge';
import { kmsOwn } from './kms-own';
import { malEdge } from './mal-edge';
import { migInt } from './mig-int';
import { netCap } from './net-cap';
import { netIso } from './net-iso';
import { netQos } from './net-qos';
import { netRedDevices } from './net-red-devices';
import { netRedGap } from './net-red-gap';
import { netRedLines } from './net-red-lines';
import { netZone } from './net-zone';
import { opsCn } from './ops-cn';
import { opsRemote } from './ops-remote';
import { pii } from './pii';
import { resClear } from './res-clear';
import { resVm } from './res-vm';
import { smcAud } from './smc-aud';
import { smcEvent } from './smc-event';
import { smcLog } from './smc-log';
import { smcMon } from './smc-mon';
import { smcPath } from './smc-path';
import { smcSec } from './smc-sec';
import { smcSys } from './smc-sys';
import { smcTime } from './smc-time';
import { smcZone } from './smc-zone';
import { stoCopies } from './sto-copies';
import { trust } from './trust';
import { trxConf } from './trx-conf';
import { trxConfMembers } from './trx-conf-members';
import { trxHsm } from './trx-hsm';
import { trxInt } from './trx-int';
import { trxMutual } from './trx-mutual';

/** One file each, in the order of their names. */
export const mlpsPolicies: readonly Policy[] = [
  accLabel,
  accLeastAccounts,
  accLeastDuties,
  accLeastRoles,
  acl5tuple,
  aclDeny,
  aclGap,
  aclL7,
  aclMin,
  aclState,
  asset,
  audHost,
  audNet,
  bakLocal,
  bakLocate,
  bakPolicy,
  bakRealtime,
  bakRemote,
  bakRestore,
  bakTenant,
  bndCtrl,
  bndEgress,
  bndNac,
  ccAud,
  ccMgmt,
  ccMon,
  cfgBase,
  cldAcl,
  cldAud,
  cldCn,
  cldGap4,
  cldIds,
  cldLabel4,
  cldLevel,
  cldMigacl,
  cldMutual,
  cldPool4,
  cldSelf,
  cldTenant,
  cldVmacl,
  cldWatch,
  cryptoGm,
  datAuth,
  datCn,
  datEncR,
  datEncT,
  datInt,
  devSep,
  drSwitch,
  haHot,
  hostAv,
  hostIds,
  hostMgmt,
  hostMin,
  hostPort,
  hostVuln,
  iamId,
  iamLock,
  iamMfa,
  iamWireApi,
  iamWire,
  imgConf,
  imgHard,
  imgSum,
  ipsEdge,
  kmsOwn,
  malEdge,
  migInt,
  netCap,
  netIso,
  netQos,
  netRedDevices,
  netRedGap,
  netRedLines,
  netZone,
  opsCn,
  opsRemote,
  pii,
  resClear,
  resVm,
  smcAud,
  smcEvent,
  smcLog,
  smcMon,
  smcPath,
  smcSec,
  smcSys,
  smcTime,
  smcZone,
  stoCopies,
  trust,
  trxConfMembers,
  trxConf,
  trxHsm,
  trxInt,
  trxMutual,
];
