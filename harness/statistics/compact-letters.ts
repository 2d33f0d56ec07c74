import { cliques } from './cliques.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Letters per method such that two share one if and only if they are inseparable: a for the best set of `cliques`, then b …, z, a2, b2 … Piepho (2004), statistics.md §5.6. */
export function compactLetters(meanRanks: ArrayLike<number>, differs: readonly (readonly boolean[])[]): string[] {
  const letters = new Array<string>(meanRanks.length).fill('');
  for (const [set, members] of cliques(meanRanks, differs).entries())
    for (const method of members) letters[method]! += letterOf(set);
  return letters;
}

function letterOf(set: number): string {
  const round = Math.floor(set / alphabet.length);
  return `${alphabet[set % alphabet.length]}${round === 0 ? '' : round + 1}`;
}
