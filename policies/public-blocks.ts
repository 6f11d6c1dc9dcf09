import { holdsBlock, readBlock } from '../proof/packets/ip-block';

/** Blocks from which nobody on the Internet comes: RFC 1918, RFC 6598, loopback, link-local, RFC 4193. */
export const privateBlocks: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
];

const read = privateBlocks.flatMap((text) => readBlock(text) ?? []);

/** Whether a block holds an address of the Internet. What is absent means everybody; what cannot be read may. */
export function isPublic(text: string | undefined): boolean {
  const block = text === undefined ? undefined : readBlock(text);
  return block === undefined || !read.some((one) => holdsBlock(one, block));
}
