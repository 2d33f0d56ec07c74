import { expect, test } from 'vitest';
import type { DoctorEntry } from '../../reports/doctor-entry.ts';
import { doctorAdvice } from '../../reports/doctor-words.ts';
import { doctorViews } from '../../reports/views/doctor-view.ts';
import { exampleDoctor } from './example-cases.ts';
import { exampleSummary } from './example-summary.ts';

const entry = (rest: Partial<DoctorEntry>): DoctorEntry => ({
  ...exampleDoctor[0]!,
  instances: 40,
  methods: 4,
  dead: 0,
  saturated: 0,
  duplicate: 0,
  contradictory: 0,
  ...rest,
});
const say = (rest: Partial<DoctorEntry>, source: 'collected' | 'team' | 'game' = 'team') =>
  doctorAdvice(entry(rest), source).join(' ');

test('doctor > dead and saturated instances cost calls and tell nothing', () => {
  expect(say({ dead: 12 })).toBe(
    '12 of 40 instances are dead: every method scores the same there; they cost calls and tell nothing about who is better.',
  );
  expect(say({ dead: 12, saturated: 5 })).toContain('5 of those 12 are saturated');
  expect(say({ dead: 12, saturated: 12 })).toContain('All 12 are saturated');
  expect(say({ dead: 1, saturated: 1 })).toContain('It is saturated');
  expect(say({ dead: 40 })).toContain('the task ranks nobody');
});

test('doctor > repeats are expected of what is drawn and count twice in what was collected', () => {
  expect(say({ duplicate: 3 })).toContain('That is expected: a simulated team with few messages');
  expect(say({ duplicate: 3 }, 'game')).toContain('where few different games can be drawn');
  expect(say({ duplicate: 3 }, 'collected')).toBe(
    '3 instances repeat an earlier one with the same truth: they count twice. Leave them out.',
  );
});

test('doctor > a contradiction in what was collected is the first thing to look at; in a simulated team it is expected', () => {
  expect(doctorAdvice(entry({ dead: 2, contradictory: 1 }), 'collected')[0]).toBe(
    '1 instance is the same episode as an earlier one with another truth: the annotators disagree. Settle the labels or leave it out.',
  );
  expect(say({ contradictory: 2 })).toContain('only probes can tell them apart');
});

test('doctor > with fewer than two methods nothing is said of dead instances', () => {
  expect(say({ methods: 1, dead: 40, saturated: 40 })).toBe(
    'One method alone was scored, controls left out, so nothing can be said about dead instances.',
  );
  expect(say({ methods: 0 })).toContain('No method was scored');
});

test('doctor > says so where there is nothing to do', () => {
  expect(say({})).toBe('Nothing to do: every instance tells methods apart, and none repeats another.');
});

test('doctor > what needs a look stands first: contradictions, dead instances, repeats in what was collected', () => {
  const doctor = [
    entry({ task: 'glove', duplicate: 40 }),
    entry({ task: 'logs', duplicate: 1 }),
    entry({ task: 'glove', dead: 1 }),
    entry({ task: 'relay' }),
    entry({ task: 'logs', contradictory: 1 }),
    entry({ task: 'relay', contradictory: 2 }),
  ];
  const { groups, sentence } = doctorViews({ ...exampleSummary, doctor });
  expect(groups.map(({ title, open, lines }) => [title, open, lines.map(({ place }) => place)])).toEqual([
    ['Needs a look (3)', true, [4, 2, 1]],
    ['Repeats alone, as is expected of what is drawn at random (2)', false, [0, 5]],
    ['Nothing found (1)', false, [3]],
  ]);
  expect(sentence).toBe(
    'Of 240 instances, counted once per estimand: 1 dead, of them 0 saturated; 41 duplicate; 3 contradictory.',
  );
});

test('doctor > without an entry there is nothing to examine', () => {
  expect(doctorViews({ ...exampleSummary, doctor: [] }).empty).toBe(true);
});
