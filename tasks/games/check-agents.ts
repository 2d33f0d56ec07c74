import { badFile } from '../../harness/files.ts';

/** @throws CreditbenchError `bad-file` where there is no agent, or two of one name. */
export function checkAgents(agents: readonly string[], file: string): void {
  if (agents.length === 0) throw badFile(file, ['agents'], 'empty; expected at least one');
  checkDistinct(
    agents.map((name, index) => ({ name, path: ['agents', index] })),
    file,
  );
}

/** @throws CreditbenchError `bad-file` at the second place that names the same agent. */
export function checkDistinct(
  mentions: readonly { readonly name: string; readonly path: readonly PropertyKey[] }[],
  file: string,
): void {
  const seen = new Set<string>();
  for (const { name, path } of mentions) {
    if (seen.has(name)) throw badFile(file, path, `agent "${name}" is named twice`);
    seen.add(name);
  }
}

/** @throws CreditbenchError `bad-file` where the list under `key` has not one number per agent. */
export function checkOnePerAgent(
  key: string,
  numbers: readonly number[],
  agents: readonly string[],
  file: string,
): void {
  if (numbers.length !== agents.length)
    throw badFile(file, [key], `${numbers.length} given; expected ${agents.length}, one per agent`);
}

/** From names to indices. The function it returns throws CreditbenchError `bad-file` for a name, found at `path`, that is no agent's. */
export function agentIndex(
  agents: readonly string[],
  file: string,
): (name: string, path: readonly PropertyKey[]) => number {
  const indices = new Map(agents.map((name, index) => [name, index]));
  return (name, path) => {
    const index = indices.get(name);
    if (index === undefined) throw badFile(file, path, `no agent "${name}"; agents are ${agents.join(', ')}`);
    return index;
  };
}
