import type { LawRow } from '../harness/row.ts';

/** Where a violated law's smallest case lies in the report's folder; undefined for a law without one. */
export function counterexampleFile({ method, law, counterexample }: LawRow): string | undefined {
  if (counterexample === undefined) return undefined;
  const name = `${method}-${law}`.replace(/[^a-z0-9=.-]+/gi, '-').replace(/^[.-]+|[.-]+$/g, '');
  return `counterexamples/${name}.${isGame(counterexample) ? 'game' : 'team'}.json`;
}

/** Each counterexample as a file that `creditbench truth` and `assign` read. */
export function counterexampleFiles(laws: readonly LawRow[]): [path: string, text: string][] {
  return laws.flatMap((row): [string, string][] => {
    const path = counterexampleFile(row);
    if (path === undefined) return [];
    // A team comes with the messages that were said; the file is the team.
    const { counterexample } = row;
    const file = isGame(counterexample) ? counterexample : (counterexample as { team: unknown }).team;
    return [[path, `${JSON.stringify(file, undefined, 2)}\n`]];
  });
}

function isGame(counterexample: unknown): boolean {
  return typeof counterexample === 'object' && counterexample !== null && 'form' in counterexample;
}
