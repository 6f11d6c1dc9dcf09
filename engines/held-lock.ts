/** Who holds the lock of a state, in OpenTofu's words; `undefined` where it failed otherwise. */
export function heldLock(detail: string): { readonly holder: string; readonly id: string } | undefined {
  const read = (name: string) => new RegExp(`^ *${name}: *(.+)$`, 'm').exec(detail)?.[1]?.trim();
  const [id, who, created] = [read('ID'), read('Who'), read('Created')];
  return id === undefined ? undefined : { id, holder: `${who ?? 'somebody'} since ${created ?? 'an unknown time'}` };
}
