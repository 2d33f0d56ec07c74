import { describe, expect, it } from 'vitest';
import { parseGame } from '../../../tasks/games/file.ts';
import { names } from './arbitrary-files.ts';

const abc = { kind: 'game', agents: ['a', 'b', 'c'] };
const ab = { kind: 'game', agents: ['a', 'b'] };
const voting = { ...ab, form: 'weighted-voting', weights: [1, 1], quota: 1 };
const bankruptcy = { ...ab, form: 'bankruptcy', claims: [1, 1], estate: 1 };
const glove = { ...abc, form: 'glove', left: ['a'], right: ['b', 'c'] };

const bad: Record<string, [value: unknown, message: string]> = {
  'not an object': [7, 'game.json: expected object, received number, found 7'],
  'of another kind': [{ ...ab, kind: 'team', form: 'parity' }, 'game.json: kind: expected "game", found "team"'],
  'without a form': [ab, 'game.json: form: expected string, received undefined'],
  'of a misspelt form': [
    { ...ab, form: 'airpot', costs: [1, 2] },
    'game.json: form: unknown form "airpot"; did you mean "airport"? forms are table, unanimity, weighted-voting, airport, induced-subgraph, glove, bankruptcy, additive, threshold, parity',
  ],
  'of an unknown form': [
    { ...ab, form: 'chess' },
    'game.json: form: unknown form "chess"; forms are table, unanimity, weighted-voting, airport, induced-subgraph, glove, bankruptcy, additive, threshold, parity',
  ],
  'of a form named like a property of objects': [
    { ...ab, form: 'toString' },
    'game.json: form: unknown form "toString"; forms are table, unanimity, weighted-voting, airport, induced-subgraph, glove, bankruptcy, additive, threshold, parity',
  ],
  'with a stray key': [
    { ...ab, form: 'parity', quota: 3 },
    'game.json: unrecognized key: "quota", found {"kind":"game","agents":["a","b"],"form":"parity","quota":3}',
  ],
  'without agents': [
    { ...ab, agents: [], form: 'table', values: [0] },
    'game.json: agents: empty; expected at least one',
  ],
  'with an agent named twice': [
    { kind: 'game', agents: ['a', 'b', 'a'], form: 'parity' },
    'game.json: agents[2]: agent "a" is named twice',
  ],
  'with an agent without a name': [
    {
      kind: 'game',
      agents: ['a', ''],
      form: 'parity',
    },
    'game.json: agents[1]: too small: expected string to have >=1 characters, found ""',
  ],
  'with an agent that is a number': [
    { kind: 'game', agents: ['a', 3], form: 'parity' },
    'game.json: agents[1]: expected string, received number, found 3',
  ],
  'a table that is too short': [
    { ...abc, form: 'table', values: [0, 1, 2] },
    'game.json: values: 3 given; expected 2^3 = 8, one per coalition',
  ],
  'a table with a null in it': [
    { ...ab, form: 'table', values: [0, 1, null, 2] },
    'game.json: values[2]: expected number, received null',
  ],
  'a table of too many agents': [
    { kind: 'game', agents: names(25), form: 'table', values: [0] },
    'game.json: agents: 25 need 2^25 worths; expected at most 24, or another form, such as unanimity, which takes any number of agents',
  ],
  'a term with an unknown member': [
    {
      ...abc,
      form: 'unanimity',
      terms: [
        { members: ['a'], coefficient: 1 },
        { members: ['b'], coefficient: 1 },
        { members: ['d'], coefficient: 1 },
      ],
    },
    'game.json: terms[2].members[0]: no agent "d"; agents are a, b, c',
  ],
  'a term without a coefficient': [
    { ...ab, form: 'unanimity', terms: [{ members: ['a'] }] },
    'game.json: terms[0].coefficient: expected number, received undefined',
  ],
  'a term with a coefficient in words': [
    { ...ab, form: 'unanimity', terms: [{ members: ['a'], coefficient: 'one' }] },
    'game.json: terms[0].coefficient: expected number, received string, found "one"',
  ],
  'weights of too few agents': [{ ...voting, weights: [1] }, 'game.json: weights: 1 given; expected 2, one per agent'],
  'a negative weight': [
    { ...voting, weights: [1, -3] },
    'game.json: weights[1]: too small: expected number to be >=0, found -3',
  ],
  'a quota of null': [{ ...voting, quota: null }, 'game.json: quota: expected number, received null'],
  'an infinite quota': [
    { ...voting, quota: Number.POSITIVE_INFINITY },
    'game.json: quota: expected number, received Infinity',
  ],
  'broken weights of too many agents': [
    { ...voting, agents: names(30), weights: names(30).map(() => 0.5) },
    'game.json: agents: 30 need 2^30 worths; expected at most 24, or integers that add up to at most 139810',
  ],
  'weights too heavy to count, of too many agents': [
    { ...voting, agents: names(30), weights: names(30).map((_, agent) => 1_000_000 + agent) },
    'game.json: agents: 30 need 2^30 worths; expected at most 24, or integers that add up to at most 139810',
  ],
  'costs of too many agents': [
    { ...ab, form: 'airport', costs: [1, 2, 3] },
    'game.json: costs: 3 given; expected 2, one per agent',
  ],
  'a negative cost': [
    { ...ab, form: 'airport', costs: [-1, 2] },
    'game.json: costs[0]: too small: expected number to be >=0, found -1',
  ],
  'an edge to an unknown agent': [
    { ...ab, form: 'induced-subgraph', edges: [{ between: ['a', 'z'], weight: 1 }] },
    'game.json: edges[0].between[1]: no agent "z"; agents are a, b',
  ],
  'an edge with one end': [
    { ...ab, form: 'induced-subgraph', edges: [{ between: ['a'], weight: 1 }] },
    'game.json: edges[0].between: too small: expected array to have >=2 items, found ["a"]',
  ],
  'a glove of an unknown agent': [
    { ...glove, right: ['b', 'd'] },
    'game.json: right[1]: no agent "d"; agents are a, b, c',
  ],
  'a glove on both hands': [{ ...glove, left: ['a', 'b'] }, 'game.json: right[0]: agent "b" is named twice'],
  'a glove twice on one hand': [{ ...glove, left: ['a', 'a'] }, 'game.json: left[1]: agent "a" is named twice'],
  'claims of too few agents': [{ ...bankruptcy, claims: [1] }, 'game.json: claims: 1 given; expected 2, one per agent'],
  'a negative claim': [
    { ...bankruptcy, claims: [1, -1] },
    'game.json: claims[1]: too small: expected number to be >=0, found -1',
  ],
  'a negative estate': [
    { ...bankruptcy, estate: -1 },
    'game.json: estate: too small: expected number to be >=0, found -1',
  ],
  'contributions of too few agents': [
    { ...ab, form: 'additive', contributions: [1] },
    'game.json: contributions: 1 given; expected 2, one per agent',
  ],
  'a broken threshold': [
    { ...ab, form: 'threshold', k: 1.5 },
    'game.json: k: expected int, received number, found 1.5',
  ],
  'a negative threshold': [
    { ...ab, form: 'threshold', k: -1 },
    'game.json: k: too small: expected number to be >=0, found -1',
  ],
};

describe('a game file is refused, in these words', () => {
  it.each(Object.entries(bad))('%s', (_, [value, message]) => {
    expect(() => parseGame(value, 'game.json')).toThrow(expect.objectContaining({ name: 'CreditbenchError', message }));
  });
});
