import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What may be wrong with a state. None of these touches it. */
export const STATE_DAMAGED = new ProblemKind<{ reason: string; backup: string | undefined }>({
  code: 'STATE_DAMAGED',
  why: text(
    'A state that cannot be read would be taken for an empty one, and everything made again.',
    '无法读取的状态会被当作空状态，从而重复建立全部资源。',
  ),
  message: ({ reason }) =>
    text(`this is no state of OpenTofu: ${reason}; it is left as it is`, `不是 OpenTofu 状态：${reason}；未作改动`),
  fix: ({ backup }) =>
    backup === undefined
      ? text(
          'restore it from your backup, or move it away and run `egov adopt`',
          '从备份恢复，或移走后执行 `egov adopt`',
        )
      : text(
          `cp ${backup} over it: that is the state before the last change; then run the command again`,
          `用 ${backup} 覆盖它（上次变更前的状态），然后重试`,
        ),
});

export const STATE_NEWER = new ProblemKind<{ written: string; engine: string }>({
  code: 'STATE_NEWER',
  why: text('An older engine would drop what it does not know.', '较旧的引擎会丢弃其不认识的内容。'),
  message: ({ written, engine }) =>
    text(
      `OpenTofu ${written} wrote this state, and this is ${engine}; it is left as it is`,
      `该状态由 OpenTofu ${written} 写入，当前为 ${engine}；未作改动`,
    ),
  fix: ({ written }) =>
    text(
      `use OpenTofu ${written} or newer (EGOV_TOFU names it)`,
      `使用 OpenTofu ${written} 或更新版本（用 EGOV_TOFU 指定）`,
    ),
});

export const STATE_LOCKED = new ProblemKind<{ holder: string; id: string }>({
  code: 'STATE_LOCKED',
  why: text('Two processes would write one state.', '两个进程会写同一份状态。'),
  message: ({ holder }) => text(`the state is locked by ${holder}`, `状态被 ${holder} 锁定`),
  fix: ({ id }) =>
    text(
      `wait for it; if it is gone, \`egov unlock ENV --stack STACK --lock ${id}\` gives the lock back`,
      `等待其结束；若其已不存在，用 \`egov unlock ENV --stack STACK --lock ${id}\` 释放`,
    ),
});

export const STATE_PASSPHRASE = new ProblemKind<{ reason: Text }>({
  code: 'STATE_PASSPHRASE',
  why: text(
    'States and plans hold ids and secrets; with a passphrase they are encrypted.',
    '状态与计划含标识与机密，设置口令后加密保存。',
  ),
  message: ({ reason }) => reason,
  fix: () =>
    text(
      'set EGOV_STATE_PASSPHRASE to the passphrase of these states, at least 16 characters',
      '将 EGOV_STATE_PASSPHRASE 设为这些状态的口令，至少 16 个字符',
    ),
});

export const STATE_BACKEND = new ProblemKind<{ kind: string; missing: readonly string[] }>({
  code: 'STATE_BACKEND',
  why: text(
    'States lie in files, in PostgreSQL, or in a store that speaks S3; each has to be found.',
    '状态可保存在文件、PostgreSQL 或兼容 S3 的存储中，且必须能够定位。',
  ),
  message: ({ kind, missing }) =>
    missing.length === 0
      ? text(`states cannot lie in ${kind}`, `状态不能保存在 ${kind} 中`)
      : text(
          `states are to lie in ${kind}, and ${missing.join(', ')} is not set`,
          `状态将保存在 ${kind}，但未设置 ${missing.join('、')}`,
        ),
  fix: () =>
    text(
      'use local, pg (PG_CONN_STR) or s3 (EGOV_STATE_BUCKET, AWS_ENDPOINT_URL_S3, AWS_*); keep keys short',
      '使用 local、pg（PG_CONN_STR）或 s3（EGOV_STATE_BUCKET、AWS_ENDPOINT_URL_S3、AWS_*），且名称不宜过长',
    ),
});
