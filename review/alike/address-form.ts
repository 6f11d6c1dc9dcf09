import { Cidr, IpAddress } from '../../model/cidr';
import { DASHED_V4, NAMED_V4, NAMED_V6, V4, V6 } from '../written-address';

/**
 * Addresses as they are written, in names with what they stand behind. Without looking behind, which would cost five
 * times as much: for the others, what stands before is asked where one is found.
 */
export const ADDRESSES = new RegExp([V4, V6, `-(?:${NAMED_V4}|${NAMED_V6})`, `reachable-${DASHED_V4}`].join('|'), 'g');

/** How a block stands in a text. */
export const ADDRESS_FORMS = {
  block: String,
  address: (block: Cidr) => String(block.address(0)),
  named: (block: Cidr) => String(block).replace(/[.:]/g, '-').replace('/', '_'),
  dashed: (block: Cidr) => String(block).replace(/[./]/g, '-'),
};

export type AddressForm = keyof typeof ADDRESS_FORMS;

/** Where an address may begin in what was found. */
export function startsIn(match: string): readonly number[] {
  if (match.startsWith('reachable-')) return ['reachable-'.length];
  return match.startsWith('-') ? Array.from(match.matchAll(/-/g), ({ index }) => index + 1) : [0];
}

export interface FoundAddress {
  readonly block: Cidr;
  readonly form: AddressForm;
}

/** An address in one of its forms; undefined for what only looks like one. */
export function readAddress(text: string): FoundAddress | undefined {
  const form = formOf(text);
  const parsed = form === 'address' ? hostOf(text) : Cidr.parse(blockText(text, form));
  // What is written in another way than it is made could not be made again.
  return parsed instanceof Cidr && ADDRESS_FORMS[form](parsed) === text ? { block: parsed, form } : undefined;
}

function formOf(text: string): AddressForm {
  if (text.includes('_')) return 'named';
  if (text.includes('/')) return 'block';
  return text.includes('-') ? 'dashed' : 'address';
}

function blockText(text: string, form: AddressForm): string {
  if (form === 'block') return text;
  const [host = '', prefix] = form === 'named' ? text.split('_') : [text.replace(/-\d+$/, ''), text.split('-').at(-1)];
  return `${host.replaceAll('-', host.split('-').length === 4 && !host.includes('--') ? '.' : ':')}/${prefix}`;
}

function hostOf(text: string): Cidr | undefined {
  const parsed = IpAddress.parse(text);
  return parsed instanceof IpAddress ? parsed.host : undefined;
}
