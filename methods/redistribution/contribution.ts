import { mean } from '../../harness/statistics/mean.ts';
import type { Meeting } from './hindsight.ts';

/**
 * Mean of (h/π − 1) R over the meetings of a context; 0 where there is none, for then only the prior h = π is known. Its
 * mean is A(h, m) if h is exact and the meetings do not depend on m. Meulemans et al. (2023).
 * @param lift h/π of what a meeting shows
 */
export function meanContribution(meetings: readonly Meeting[], lift: (meeting: Meeting) => number): number {
  return meetings.length === 0 ? 0 : mean(meetings.map((meeting) => (lift(meeting) - 1) * meeting.outcome));
}
