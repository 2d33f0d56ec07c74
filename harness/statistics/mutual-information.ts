/** Information between the group a draw belongs to and its symbol, in nats; neither estimate is clipped at 0. */
export type MutualInformation = { readonly plugIn: number; readonly millerMadow: number };

/**
 * H(Y) − H(Y|J) of `symbols[j·draws + m]`, the symbol (0 … kinds − 1) of draw m in group j, groups weighted equally; the
 * Miller–Madow estimate adds (m − 1)/(2N) to every entropy, m the symbols seen among its N draws. c3.md §10.2; Miller (1955).
 */
export function mutualInformation(symbols: Uint32Array, draws: number, kinds: number): MutualInformation {
  const total = symbols.length;
  const inAll = new Uint32Array(kinds);
  const inGroup = new Uint32Array(kinds);
  let withinGroups = 0;
  let seenBeyondOne = 0;
  for (let start = 0; start < total; start += draws) {
    inGroup.fill(0);
    for (let place = start; place < start + draws; place++) {
      inGroup[symbols[place]!]!++;
      inAll[symbols[place]!]!++;
    }
    withinGroups += (entropy(inGroup, draws) * draws) / total;
    seenBeyondOne += seen(inGroup) - 1;
  }
  const plugIn = entropy(inAll, total) - withinGroups;
  return { plugIn, millerMadow: plugIn + (seen(inAll) - 1 - seenBeyondOne) / (2 * total) };
}

function entropy(counts: Uint32Array, total: number): number {
  let sum = 0;
  for (const count of counts) if (count > 0) sum -= (count / total) * Math.log(count / total);
  return sum;
}

function seen(counts: Uint32Array): number {
  let symbols = 0;
  for (const count of counts) if (count > 0) symbols++;
  return symbols;
}
