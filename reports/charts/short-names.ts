/** Names cut in the middle to at most `limit` characters for a chart; a name that would look like another stays whole. */
export function shortNames(names: readonly string[], limit: number): ReadonlyMap<string, string> {
  const cut = new Map(names.map((name) => [name, shortName(name, limit)]));
  const seen = new Map<string, number>();
  for (const short of cut.values()) seen.set(short, (seen.get(short) ?? 0) + 1);
  return new Map([...cut].map(([name, short]) => [name, seen.get(short) === 1 ? short : name]));
}

function shortName(name: string, limit: number): string {
  const characters = [...name];
  if (characters.length <= limit) return name;
  const tail = Math.floor((limit - 1) / 3);
  return [...characters.slice(0, limit - 1 - tail), '…', ...characters.slice(-tail)].join('');
}
