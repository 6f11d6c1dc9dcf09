import type { Policy } from '../policy';
import { accLeastAccounts } from './acc-least-accounts';
import { accLeastDuties } from './acc-least-duties';
import { accLeastRoles } from './acc-least-roles';
import { aclState } from './acl-state';
import { audHost } from './aud-host';
import { ccAud } from './cc-aud';
import { ccMon } from './cc-mon';
import { cfgBase } from './cfg-base';
import { cldAud } from './cld-aud';
import { cldMutual } from './cld-mutual';
import { cldSelf } from './cld-self';
import { cldWatch } from './cld-watch';
import { cryptoGm } from './crypto-gm';
import { datAuth } from './dat-auth';
import { hostMgmt } from './host-mgmt';
import { iamId } from './iam-id';
import { iamLock } from './iam-lock';
import { iamMfa } from './iam-mfa';
import { iamWireApi } from './iam-wire-api';
import { kmsOwn } from './kms-own';
import { migInt } from './mig-int';
import { netRedDevices } from './net-red-devices';
import { resClear } from './res-clear';
import { resVm } from './res-vm';
import { smcAud } from './smc-aud';
import { smcEvent } from './smc-event';
import { smcLog } from './smc-log';
import { smcMon } from './smc-mon';
import { smcSec } from './smc-sec';
import { smcSys } from './smc-sys';
import { smcTime } from './smc-time';
import { trxHsm } from './trx-hsm';

/** One file each, in the order of their names. */
export const mlpsPolicies: readonly Policy[] = [
  accLeastAccounts,
  accLeastDuties,
  accLeastRoles,
  aclState,
  audHost,
  ccAud,
  ccMon,
  cfgBase,
  cldAud,
  cldMutual,
  cldSelf,
  cldWatch,
  cryptoGm,
  datAuth,
  hostMgmt,
  iamId,
  iamLock,
  iamMfa,
  iamWireApi,
  kmsOwn,
  migInt,
  netRedDevices,
  resClear,
  resVm,
  smcAud,
  smcEvent,
  smcLog,
  smcMon,
  smcSec,
  smcSys,
  smcTime,
  trxHsm,
];
