import { describe, expect, it } from 'vitest';
import { allCoalitions } from '../../../harness/coalitions.ts';
import { meter } from '../../../harness/meter.ts';
import { randomOf } from '../../../harness/random.ts';
import { parseTranscript } from '../../../tasks/language/transcript.ts';

const log = {
  kind: 'episode',
  agents: [{ id: 'planner', role: 'lead' }, { id: 'coder' }],
  problem: 'Sort a list.',
  messages: [
    { agent: 'coder', text: 'Done.' },
    { agent: 'planner', text: 'Good.' },
  ],
  outcome: 0.5,
  range: [0, 1],
};

describe('a transcript file', () => {
  it('is an episode of which nothing can be asked and nothing is known', () => {
    const instance = parseTranscript(log, 'logs/monday.episode.json');
    expect(instance.id).toBe('monday');
    expect(instance.episode).toEqual({
      agents: [
        { id: 'planner', role: 'lead' },
        { id: 'coder', role: 'coder' },
      ],
      problem: 'Sort a list.',
      messages: [
        { agent: 1, text: 'Done.' },
        { agent: 0, text: 'Good.' },
      ],
      outcome: 0.5,
      range: [0, 1],
    });
    expect([instance.truth(), instance.open({ random: undefined as never, generated: () => {} })]).toEqual([{}, {}]);
  });

  it.each<[string, unknown, string]>([
    ['of another kind', { ...log, kind: 'team' }, 'kind: expected "episode", found "team"'],
    ['without agents', { ...log, agents: [] }, 'agents: too small: expected array to have >=1 items, found []'],
    [
      'with an agent named twice',
      { ...log, agents: [{ id: 'coder' }, { id: 'planner' }, { id: 'coder' }] },
      'agents[2]: agent "coder" is named twice',
    ],
    [
      'with a stranger speaking',
      { ...log, messages: [...log.messages, { agent: 'tester', text: 'No.' }] },
      'messages[2].agent: no agent "tester"; agents are planner, coder',
    ],
    ['with an outcome outside its range', { ...log, outcome: 2 }, 'outcome: 2 is outside the range [0,1]'],
    ['with an empty range', { ...log, range: [1, 0] }, 'range: [1,0] is empty; expected the lower end first'],
    ['without an outcome', { ...log, outcome: undefined }, 'outcome: expected number, received undefined'],
  ])('%s is refused', (_, value, message) => {
    expect(() => parseTranscript(value, 'logs/monday.episode.json')).toThrow(
      expect.objectContaining({ code: 'bad-file', message: `monday.episode.json: ${message}` }),
    );
  });
});

const judged = { ...log, judge: [0.9, 0.25] };
const spoken = log.messages.map((message, step) => ({ ...message, judge: judged.judge[step] }));
const ablated = { ...log, worth: [0, 0.25, 0.75, 0.5] };

const probesOf = (value: unknown) => meter(parseTranscript(value, 'monday.episode.json'), 100, randomOf('t')).probes;

describe("a transcript file with a judge's answers", () => {
  it.each([
    ['for the episode', judged],
    ['on each message', { ...log, messages: spoken }],
  ])('%s offers judge, and it alone', async (_, value) => {
    const probes = probesOf(value);
    expect(Object.keys(probes)).toEqual(['judge']);
    expect([...(await probes.judge!([1, 0, 1]))]).toEqual([0.25, 0.9, 0.25]);
  });

  it('accepts certainty, both ways', async () => {
    expect([...(await probesOf({ ...log, judge: [0, 1] }).judge!([0, 1]))]).toEqual([0, 1]);
  });

  it.each<[string, unknown, string]>([
    [
      'given both ways',
      { ...judged, messages: spoken },
      'messages[0].judge: given twice, here and in judge; expected one of the two',
    ],
    [
      'on some messages only',
      { ...log, messages: [log.messages[0], spoken[1]] },
      'messages[0].judge: missing, while messages[1] has one; expected a number in [0,1] on every message',
    ],
    ['too few', { ...log, judge: [1] }, 'judge: 1 numbers for 2 messages; expected one per message'],
    ['none at all', { ...log, judge: [] }, 'judge: 0 numbers for 2 messages; expected one per message'],
    ['with a gap', { ...log, judge: [1, null] }, 'judge[1]: expected number, received null'],
    ['above 1', { ...log, judge: [1.5, 0] }, 'judge[0]: too big: expected number to be <=1, found 1.5'],
    [
      'below 0, on a message',
      { ...log, messages: [{ ...spoken[0], judge: -0.1 }, spoken[1]] },
      'messages[0].judge: too small: expected number to be >=0, found -0.1',
    ],
  ])('%s is refused', (_, value, message) => {
    expect(() => parseTranscript(value, 'monday.episode.json')).toThrow(
      expect.objectContaining({ code: 'bad-file', message: `monday.episode.json: ${message}` }),
    );
  });
});

describe('a transcript file with ablation runs', () => {
  it('offers worth by bit mask, and a repeated question is free', async () => {
    const instance = parseTranscript(ablated, 'monday.episode.json');
    const { probes, spent } = meter(instance, 5, randomOf('t'));
    expect(instance.noise).toBe('none');
    expect([...(await probes.worth!(allCoalitions(2)))]).toEqual([0, 0.25, 0.75, 0.5]);
    await probes.worth!(allCoalitions(2));
    expect(spent.evaluations).toBe(4);
  });

  it('offers judge and worth where it has both', () => {
    expect(Object.keys(probesOf({ ...ablated, judge: [1, 1] })).toSorted()).toEqual(['judge', 'worth']);
  });

  it.each<[string, unknown, string]>([
    ['too few', [0, 1], 'worth: 2 numbers given; expected 2^2 = 4, one per coalition'],
    ['a gap', [0, null, 1, 1], 'worth[1]: expected number, received null'],
    ['an infinite number', [0, 0, 1, Number.POSITIVE_INFINITY], 'worth[3]: expected number, received Infinity'],
    ['another outcome than the episode has', [0, 0, 0, 1], 'worth[3]: 1 with all agents; expected the outcome, 0.5'],
    ['an outcome out of range', [0, 0, -1, 1], 'worth[2]: -1 is outside the range [0,1]'],
  ])('refuses %s', (_, worth, message) => {
    expect(() => parseTranscript({ ...log, worth }, 'monday.episode.json')).toThrow(
      expect.objectContaining({ code: 'bad-file', message: `monday.episode.json: ${message}` }),
    );
  });
});
