import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeys, SealedPayloads } from '../../../../../cli/rollout/temporal/sealed-payloads';
import { ProblemsError } from '../../../../../model/problem';

const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const payload = (text: string) => ({ metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from(text) });
const encodingOf = (one: { metadata?: Record<string, Uint8Array> | null } | undefined) =>
  Buffer.from(one?.metadata?.['encoding'] ?? []).toString();

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys');
  writeFileSync(path, text);
  return path;
}

function codesOf(attempt: () => unknown): readonly string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ code, message }) => `${code} ${message.en}`);
  }
}

test('what was changed on its way is refused, in each of its bytes', async () => {
  const codec = new SealedPayloads([first]);
  const [sealed] = await codec.encode([payload('"guangxi/liuzhou"')]);
  const data = Buffer.from(sealed?.data ?? []);
  for (let at = 0; at < data.length; at++) {
    const changed = Buffer.from(data);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(codec.decode([{ ...sealed, data: changed }])).rejects.toThrow('a sealed text was changed on its way');
  }
});

test('who has another key, or none, reads nothing', async () => {
  const sealed = await new SealedPayloads([first]).encode([payload('"x"')]);
  await expect(new SealedPayloads([second]).decode(sealed)).rejects.toThrow('which is not here');
  await expect(new SealedPayloads([]).decode(sealed)).rejects.toThrow('which is not here');
});

test('a seal opens to what it was made of, and two seals of one text have nothing in common', async () => {
  const codec = new SealedPayloads([first]);
  const sealed = await codec.encode([payload('"guangxi"'), payload('"guangxi"')]);
  expect(sealed.map(encodingOf)).toEqual(['binary/egov-sealed', 'binary/egov-sealed']);
  expect(Buffer.from(sealed[0]?.data ?? []).equals(Buffer.from(sealed[1]?.data ?? []))).toBe(false);
  expect(await codec.decode(sealed)).toEqual([payload('"guangxi"'), payload('"guangxi"')]);
});

test('a key that was replaced still opens what it sealed', async () => {
  const sealed = await new SealedPayloads([first]).encode([payload('"x"')]);
  expect(await new SealedPayloads([second, first]).decode(sealed)).toEqual([payload('"x"')]);
});

test('without a key what is short stays readable, and what is long is made small', async () => {
  const codec = new SealedPayloads([]);
  const long = payload(JSON.stringify('a'.repeat(100_000)));
  const sent = await codec.encode([payload('"x"'), long]);
  expect(sent.map(encodingOf)).toEqual(['json/plain', 'binary/egov-packed']);
  expect(sent[1]?.data?.length).toBeLessThan(1_000);
  expect(await codec.decode(sent)).toEqual([payload('"x"'), long]);
});

test('a file of keys that is none is told', () => {
  const of = (path: string) => codesOf(() => readKeys({ EGOV_ROLLOUT_KEY_FILE: path }));
  const short = file(`${first.toString('base64')}\nYWJj\n`);
  expect(of(short)).toEqual([`ROLLOUT_KEY key 2 of ${short} has not 32 bytes`]);
  const empty = file('\n');
  expect(of(empty)).toEqual([`ROLLOUT_KEY ${empty} has no key`]);
  expect(of('/nowhere/keys')[0]).toMatch(/^ROLLOUT_KEY the file of keys cannot be read: ENOENT/);
  expect(readKeys({})).toEqual([]);
  expect(readKeys({ EGOV_ROLLOUT_KEY_FILE: file(`${first.toString('base64')}\n`) })).toEqual([first]);
});
