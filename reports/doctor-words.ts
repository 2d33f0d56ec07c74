import type { DoctorEntry } from './doctor-entry.ts';
import { countText, plural } from './number-text.ts';

/** How a task comes by its episodes: collected ones are annotated; the others are drawn at random. */
export type Source = 'collected' | 'team' | 'game';

/** What to do about a task, worst first; one sentence where there is nothing to do. */
export function doctorAdvice(entry: DoctorEntry, source: Source): string[] {
  const { instances, methods, dead, saturated, duplicate, contradictory } = entry;
  const of = (count: number) => `${countText(count)} of ${plural(instances, 'instance')}`;
  const contradiction = contradictory === 0 ? [] : [contradictionText(contradictory, source)];
  const advice = [
    ...(source === 'collected' ? contradiction : []),
    ...(methods < 2 || dead === 0 ? [] : [deadText(of(dead), dead, instances)]),
    ...(methods < 2 || saturated === 0 ? [] : [saturatedText(saturated, dead)]),
    ...(source === 'collected' ? [] : contradiction),
    ...(duplicate === 0 ? [] : [duplicateText(duplicate, source)]),
    ...(methods >= 2 ? [] : [fewText(methods)]),
  ];
  return advice.length > 0 ? advice : ['Nothing to do: every instance tells methods apart, and none repeats another.'];
}

function contradictionText(count: number, source: Source): string {
  const what = `${plural(count, 'instance')} ${is(count)} the same episode as an earlier one with another truth`;
  return source === 'collected'
    ? `${what}: the annotators disagree. Settle the labels or leave ${them(count)} out.`
    : `${what}. That is expected where the truth depends on what the transcript does not say, such as how the team decides; only probes can tell them apart.`;
}

function deadText(of: string, count: number, instances: number): string {
  const costs = count === 1 ? 'it costs' : 'they cost';
  if (count === instances)
    return `${of} are dead: every method scores the same everywhere, so the task ranks nobody. Raise the difficulty or drop it.`;
  return `${of} ${is(count)} dead: every method scores the same there; ${costs} calls and ${count === 1 ? 'tells' : 'tell'} nothing about who is better.`;
}

function saturatedText(saturated: number, dead: number): string {
  const all = saturated === dead ? `All ${countText(dead)}` : `${countText(saturated)} of those ${countText(dead)}`;
  return dead === 1
    ? 'It is saturated: every method has the best score there is. Make it harder.'
    : `${all} ${is(saturated)} saturated: every method has the best score there is. Make ${them(saturated)} harder.`;
}

function duplicateText(count: number, source: Source): string {
  const what = `${plural(count, 'instance')} ${count === 1 ? 'repeats' : 'repeat'} an earlier one with the same truth`;
  if (source === 'collected')
    return `${what}: ${count === 1 ? 'it counts' : 'they count'} twice. Leave ${them(count)} out.`;
  return source === 'team'
    ? `${what}. That is expected: a simulated team with few messages draws the same transcript often.`
    : `${what}. That is expected where few different games can be drawn.`;
}

function fewText(methods: number): string {
  return `${methods === 0 ? 'No method was' : 'One method alone was'} scored, controls left out, so nothing can be said about dead instances.`;
}

function them(count: number): string {
  return count === 1 ? 'it' : 'them';
}

function is(count: number): string {
  return count === 1 ? 'is' : 'are';
}
