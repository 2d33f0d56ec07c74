import { type Lead, leadOf } from './lead.ts';
import { countText, plural } from './number-text.ts';
import type { Pair } from './resolution.ts';
import type { BoardTable } from './summary.ts';

/** A piece of a sentence: words, or the name of a method, which each format sets in its own way. */
export type VerdictPart = { readonly text: string } | { readonly method: string };

/** What to conclude from a table, in words: who leads, alone or together, and what would settle what is open. */
export function verdictParts(table: BoardTable): VerdictPart[] {
  const lead = leadOf(table);
  const beaten = lead.leaders.filter(({ beatenBy }) => beatenBy !== null);
  const [one] = beaten;
  const flags =
    beaten.length > 1
      ? [` ${countText(beaten.length)} of them do not beat their control.`]
      : one === undefined
        ? []
        : [' ', { method: one.method }, ' does not beat ', { method: one.beatenBy ?? '' }, '.'];
  return [...whoLeads(lead), ...flags].map((part) => (typeof part === 'string' ? { text: part } : part));
}

function whoLeads(lead: Lead): (VerdictPart | string)[] {
  const [first, second] = lead.leaders;
  if (first === undefined) return ['Nobody is ranked: no method that targets this is complete.'];
  if (lead.ranked.length === 1)
    return [{ method: first.method }, ' is the only ranked method, so there is nothing to compare it with.'];
  if (second === undefined) return [{ method: first.method }, ' leads alone.'];
  if (lead.leaders.length > 2) return crowd(lead);
  return [{ method: first.method }, ' and ', { method: second.method }, togetherText(lead)];
}

/** The same as one text. */
export function verdictText(table: BoardTable): string {
  return verdictParts(table)
    .map((part) => ('text' in part ? part.text : part.method))
    .join('');
}

/** What the test says of the order of two methods that lead together. */
function togetherText({ rivalry, ranked }: Lead): string {
  const lead = ranked.length === 2 ? ' cannot be told apart' : ' lead together';
  if (rivalry === null) return `${lead}.`;
  if (rivalry.verdict === 'tied') return `${lead}: they score the same on every instance.`;
  if (rivalry.verdict === 'cannot be significant')
    return `${lead}; their order cannot be settled: no outcome on ${plural(rivalry.instances, 'instance')} is significant${moreText(rivalry, (more) => `, ${more} would be enough`)}.`;
  return `${lead}; their order is not settled${moreText(rivalry, (more) => `: ${more} would settle it`)}.`;
}

/** Three or more that lead together: the first by value, how many it cannot be told from, and the nearest of them. */
function crowd({ leaders, ranked, rivalry }: Lead): (VerdictPart | string)[] {
  const [first, second] = leaders;
  const others = countText(leaders.length - 1);
  const best = { method: first?.method ?? '' };
  return [
    ...(leaders.length === ranked.length
      ? [`Nobody leads: none of the ${others} others can be told from `, best, ', the first by value']
      : [best, ` is first by value, but ${others} others cannot be told from it`]),
    ...(rivalry === null || !rivalry.more
      ? []
      : ['; telling it from ', { method: second?.method ?? '' }, moreText(rivalry, (more) => ` would take ${more}`)]),
    '.',
  ];
}

/** Something said of how many more instances would tell two methods apart; empty where nothing can be said. */
function moreText({ more }: Pair, say: (instances: string) => string): string {
  return more === null || more === 0 ? '' : say(`${countText(more)} more ${more === 1 ? 'instance' : 'instances'}`);
}
