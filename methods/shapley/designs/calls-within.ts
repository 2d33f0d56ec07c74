/** Evaluator calls a sampler may spend in all: the budget, or 10 000 and at least 100 per agent where nobody set one. */
export function callsWithin(limit: number, agents: number): number {
  return limit === Number.POSITIVE_INFINITY ? Math.max(10_000, 100 * agents) : limit;
}
