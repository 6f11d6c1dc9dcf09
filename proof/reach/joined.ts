/** Names the connected parts of a graph: for each member, one member of its part, the same for all of them. */
export function joined(groups: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const root = (one: string): string => {
    let at = one;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    parent.set(one, at);
    return at;
  };
  for (const [first, ...rest] of groups)
    if (first !== undefined) for (const other of rest) parent.set(root(other), root(first));
  return new Map([...groups.flat()].map((one) => [one, root(one)]));
}
