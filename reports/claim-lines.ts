import { intervalText, numberText } from './number-text.ts';
import type { ClaimResult, Summary } from './summary.ts';

/** A claim in words and numbers, as every format prints it. */
export type ClaimLine = {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly expected: string;
  /** The sum that was measured with its interval, or why there is none. */
  readonly measured: string;
  readonly verdict: ClaimResult['verdict'];
  /** What the sum is made of, number by number. */
  readonly terms: readonly string[];
};

export function claimLines({ claims }: Pick<Summary, 'claims'>): ClaimLine[] {
  return claims.map((claim) => ({
    id: claim.id,
    text: claim.text,
    source: claim.source,
    expected: claim.expected,
    measured: measuredText(claim),
    verdict: claim.verdict,
    terms: [
      ...claim.terms.map(({ weight, measure, value }, index) => {
        const name = 'metric' in measure ? measure.metric : measure.diagnostic;
        const of = [measure.method, measure.task, measure.role].filter((part) => part !== null).join(' · ');
        return `${signText(weight, index)}${name} (${of}) = ${value === null ? '–' : numberText(value)}`;
      }),
      ...(claim.constant === 0 ? [] : [`${claim.constant > 0 ? '+ ' : '− '}${numberText(Math.abs(claim.constant))}`]),
    ],
  }));
}

/** How many claims came out how: `5 hold, 2 do not hold here, 1 undecided here`. */
export function claimCounts({ claims }: Pick<Summary, 'claims'>): string {
  const counts = (['holds', 'does not hold here', 'undecided here', 'not measured'] as const).flatMap((verdict) => {
    const count = claims.filter((claim) => claim.verdict === verdict).length;
    const words = count === 1 ? verdict : verdict.replace('holds', 'hold').replace('does', 'do');
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return counts.join(', ');
}

export const claimQuestion =
  'What was claimed, and what was measured here: a sum of measured numbers that should be positive, negative or zero. ' +
  'A claim holds if the whole 95 % interval of its sum is where it should be, and does not if it is elsewhere; in between it is undecided. ' +
  'Intervals are of one claim each, without a correction for their number.';

const shouldBe = { positive: 'above 0', negative: 'below 0', zero: '0' } as const;

function measuredText(claim: ClaimResult): string {
  if (claim.verdict === 'not measured') return claim.reason;
  const should = claim.relation === 'zero' ? `0 ± ${numberText(claim.tolerance)}` : shouldBe[claim.relation];
  const interval = intervalText(claim.measured);
  return `${numberText(claim.measured.value)}${interval === null ? '' : ` ${interval}`}, claimed ${should}`;
}

function signText(weight: number, index: number): string {
  const sign = weight < 0 ? '− ' : index === 0 ? '' : '+ ';
  return Math.abs(weight) === 1 ? sign : `${sign}${numberText(Math.abs(weight))} × `;
}
