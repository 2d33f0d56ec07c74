/** a0, a1, …: the agents of a drawn game. */
export function agentNames(count: number): string[] {
  return Array.from({ length: count }, (_, agent) => `a${agent}`);
}
