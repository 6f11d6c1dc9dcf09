import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { Surroundings } from '../../../engines/surroundings';
import { ProblemsError } from '../../../model/problem';
import { ROLLOUT_KEY } from '../../../model/problems/rollout-problems';
import type { Text } from '../../../model/text';

/** Where the file with the keys is named. */
export const KEY_FILE = 'EGOV_ROLLOUT_KEY_FILE';

/** Below this what is not sealed stays as it is, so that a person can read it in Temporal's pages. */
const PACKED_FROM = 16_384;
/** The server takes 2 MB; what grows beyond this was not written by a rollout. */
const MOST = 64 * 2 ** 20;
const PACKED = 'binary/egov-packed';
const SEALED = 'binary/egov-sealed';
/** What a seal is made for, so that a text that was sealed for something else is none. */
const PURPOSE = Buffer.from('egov rollout payload 1');
const [NONCE, TAG] = [12, 16];

/**
 * What clients and workers send through the server, made small and, with a key, sealed by AES-256-GCM. The server and
 * whoever reads its database then see names of workflows, queues and times, and nothing else.
 */
export class SealedPayloads implements PayloadCodec {
  /** Keys of 32 bytes; the first seals, each opens. */
  constructor(private readonly keys: readonly Buffer[]) {}

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      const [key] = this.keys;
      const bytes = bytesOf(payload);
      if (key === undefined && bytes.length < PACKED_FROM) return payload;
      const packed = gzipSync(bytes);
      if (key === undefined) return { metadata: { encoding: Buffer.from(PACKED) }, data: packed };
      const metadata = { encoding: Buffer.from(SEALED), key: Buffer.from(nameOf(key)) };
      return { metadata, data: seal(packed, key) };
    });
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      const encoding = textOf(payload.metadata?.['encoding']);
      const data = Buffer.from(payload.data ?? []);
      if (encoding === PACKED) return payloadOf(gunzipSync(data, { maxOutputLength: MOST }));
      if (encoding !== SEALED) return payload;
      const name = textOf(payload.metadata?.['key']);
      const key = this.keys.find((one) => nameOf(one) === name);
      if (key === undefined)
        throw refused(
          `it is sealed with the key ${name}, which is not here`,
          `内容以密钥 ${name} 加密，此处没有该密钥`,
        );
      return payloadOf(gunzipSync(open(data, key), { maxOutputLength: MOST }));
    });
  }
}

/** The keys of a file: base64 of 32 bytes each, one a line. Throws ProblemsError. */
export function readKeys(surroundings: Surroundings): readonly Buffer[] {
  const file = surroundings[KEY_FILE] ?? '';
  if (file === '') return [];
  let lines: readonly string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    const { message } = error as Error;
    throw refused(`the file of keys cannot be read: ${message}`, `无法读取密钥文件：${message}`);
  }
  const keys = lines.filter((line) => line.trim() !== '').map((line) => Buffer.from(line.trim(), 'base64'));
  const wrong = keys.findIndex((key) => key.length !== 32);
  if (wrong >= 0)
    throw refused(`key ${wrong + 1} of ${file} has not 32 bytes`, `${file} 的第 ${wrong + 1} 个密钥不是 32 字节`);
  if (keys.length === 0) throw refused(`${file} has no key`, `${file} 中没有密钥`);
  return keys;
}

function seal(bytes: Buffer, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(PURPOSE);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function open(bytes: Buffer, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(PURPOSE).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  } catch {
    throw refused('a sealed text was changed on its way', '加密内容在传输中被篡改');
  }
}

/** Says which key it was, and nothing of it. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update(PURPOSE).update(key).digest('hex').slice(0, 12);
}

/** Metadata as JSON behind its length, then the data. */
function bytesOf({ metadata, data }: Payload): Buffer {
  const fields = Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(fields)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, data ?? Buffer.alloc(0)]);
}

function payloadOf(bytes: Buffer): Payload {
  const end = 4 + bytes.readUInt32BE();
  const fields = JSON.parse(bytes.toString('utf8', 4, end)) as Record<string, string>;
  const metadata = Object.entries(fields).map(([name, value]) => [name, Buffer.from(value, 'base64')]);
  return { metadata: Object.fromEntries(metadata), data: bytes.subarray(end) };
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}

function refused(en: string, zh: string): ProblemsError {
  const reason: Text = { en, zh };
  return new ProblemsError([ROLLOUT_KEY.at(KEY_FILE, { reason })]);
}
