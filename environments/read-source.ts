import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { Problem } from '../model/problem';
import { FILE_ENCODING, FILE_TOO_LARGE, FILE_UNREADABLE } from '../model/problems/file-problems';
import type { Text } from '../model/text';
import { Source } from './written';

/** The largest file of the repository, the ledger of a province, stays far below. */
const FILE_LIMIT = 1024 * 1024;

/** The text of a file, or why there is none. A byte order mark is dropped. */
export function readSource(file: string, label: string): Source | Problem {
  const at = `${label}:1:1`;
  let bytes: Buffer;
  try {
    const read = readAtMost(file, FILE_LIMIT);
    if (typeof read === 'number') return FILE_TOO_LARGE.at(at, { bytes: read, limit: FILE_LIMIT });
    bytes = read;
  } catch (error) {
    return unreadable(at, error);
  }
  try {
    return new Source(label, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const offset = firstInvalid(bytes);
    return FILE_ENCODING.at(placeOfByte(bytes, offset, label), { offset });
  }
}

/** The bytes, or the size where it is over the limit. Never waits on a pipe and never reads a device. */
function readAtMost(file: string, limit: number): Buffer | number {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile())
      throw Object.assign(new Error('not a file'), { code: stat.isDirectory() ? 'EISDIR' : 'ENOTFILE' });
    if (stat.size > limit) return stat.size;
    const bytes = Buffer.alloc(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

const causes: Readonly<Record<string, { reason: Text; repair: Text }>> = {
  EACCES: {
    reason: { en: 'no permission to read it', zh: '没有读取权限' },
    repair: { en: 'allow reading: chmod u+r FILE', zh: '授予读取权限：chmod u+r FILE' },
  },
  EISDIR: {
    reason: { en: 'it is a folder, expected a file', zh: '此处为目录，应为文件' },
    repair: { en: 'rename the folder', zh: '将目录改名' },
  },
  ENOTFILE: {
    reason: { en: 'it is no regular file', zh: '不是普通文件' },
    repair: { en: 'put a file in its place', zh: '以普通文件代替' },
  },
  ELOOP: {
    reason: { en: 'the link leads back to itself', zh: '链接指向自身' },
    repair: { en: 'remove the link, or point it to a file', zh: '删除链接或改指向文件' },
  },
  ENOENT: {
    reason: { en: 'the link leads to no file', zh: '链接目标不存在' },
    repair: { en: 'remove the link, or point it to a file', zh: '删除链接或改指向文件' },
  },
};

/** A problem for an error of the file system. */
export function unreadable(at: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const known = causes[code === 'EPERM' ? 'EACCES' : code];
  return FILE_UNREADABLE.at(
    at,
    known ?? {
      reason: { en: `it cannot be read (${code})`, zh: `无法读取（${code}）` },
      repair: { en: 'check the disk and the permissions', zh: '检查磁盘与权限' },
    },
  );
}

/** The first byte that no longer belongs to a well-formed text. */
function firstInvalid(bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPrefixOfText(bytes.subarray(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPrefixOfText(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOfByte(bytes: Buffer, offset: number, label: string): string {
  const before = bytes.subarray(0, offset).toString('utf8');
  return new Source(label, before).place(before.length);
}
