/** Types of which the provider sends a creation more than once, so that its last answer says nothing of the first. */
const SENT_AGAIN = /\bopenstack_(lb_(listener|pool|member|monitor)_v2|compute_servergroup_v2)\./;
/** The creation itself, and not what follows it. */
const CREATION = /^(Error|Unable to) creat(ing|e) (?!tags|extra_specs)/i;

/**
 * Whether an error of the provider says that the cloud has made nothing: the request to make it was refused (4xx, but for a
 * timeout, 408) or never left. After all others it may have: the provider notes an id only once it has waited for the
 * object, and where the provider crashes nobody notes it.
 *
 * Words of provider 3.4.0 and gophercloud 2 (`ErrUnexpectedResponseCode`): `Error creating TYPE: Expected HTTP response code
 * [201] when accessing [POST …], but got 409 instead: BODY`. What stands in a body decides nothing.
 */
export function madeNothing(address: string, words: string): boolean {
  if (/^Error creating OpenStack [\w ]+ client\b/.test(words)) return true;
  if (SENT_AGAIN.test(address) || !CREATION.test(words)) return false;
  const [, status] = /\bbut got (\d{3}) instead\b/.exec(words) ?? [];
  if (status !== undefined) return status.startsWith('4') && status !== '408';
  return /: dial tcp\b[^\n]*(connection refused|no such host|no route to host|network is unreachable)/.test(words);
}
