import fc from 'fast-check';

/** The smallest case found with a fault, the fault, and how many cases it took to meet the first. */
export type Smallest<Case> = { readonly reason: string; readonly counterexample: Case; readonly trials: number };

/** How hard to look: the seed of the cases and how many. */
export type Effort = { readonly seed: number; readonly numRuns: number };

/** Looks for a case with a fault and shrinks it; undefined where none of the cases has one. @throws what `faultOf` throws */
export async function findSmallest<Case>(
  cases: fc.Arbitrary<Case>,
  faultOf: (one: Case) => Promise<string | undefined>,
  effort: Effort,
): Promise<Smallest<Case> | undefined> {
  let thrown: { readonly error: unknown } | undefined;
  const property = fc.asyncProperty(cases, async (one) => {
    try {
      return (await faultOf(one)) === undefined;
    } catch (error) {
      thrown ??= { error };
      throw error;
    }
  });
  const { failed, counterexample, numRuns } = await fc.check(property, effort);
  if (thrown !== undefined) throw thrown.error;
  if (!failed) return undefined;
  const [smallest] = counterexample!;
  const reason = (await faultOf(smallest)) ?? 'held on a second try: the method is not deterministic';
  return { reason, counterexample: smallest, trials: numRuns };
}
