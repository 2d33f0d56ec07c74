/** Π (1 − 2ε) over the flip rates: the chance that the bit survives minus the chance that it does not. */
function fidelity(flipRates: readonly number[]): number {
  return flipRates.reduce((product, rate) => product * (1 - 2 * rate), 1);
}

/** V before agent `step`, given whether the bit is right there: ½ ± ½ Π_{j ≥ t} (1 − 2ε_j). */
export function relayValue(flipRates: readonly number[], step: number, isRight: boolean): number {
  return 0.5 + (isRight ? 0.5 : -0.5) * fidelity(flipRates.slice(step));
}

/** v(S) where absent agents copy: ½ + ½ Π_{i ∈ S} (1 − 2ε_i). */
export function relayPresence(flipRates: readonly number[], members: readonly number[]): number {
  return 0.5 + 0.5 * fidelity(members.map((agent) => flipRates[agent]!));
}

/** Advantage of each message of a transcript of flips, for chains of any length. */
export function relayAdvantages(flipRates: readonly number[], flips: readonly boolean[]): Float64Array {
  let isRight = true;
  return Float64Array.from(flips, (isFlip, step) => {
    const before = relayValue(flipRates, step, isRight);
    isRight = isRight !== isFlip;
    return relayValue(flipRates, step + 1, isRight) - before;
  });
}

/** The first decisive error under `fixed-noise` with a faithful copy as the repair: the first flip, if the outcome is wrong. */
export function relayFirstError(flips: readonly boolean[]): number | null {
  const isWrong = flips.filter((isFlip) => isFlip).length % 2 === 1;
  return isWrong ? flips.indexOf(true) : null;
}
