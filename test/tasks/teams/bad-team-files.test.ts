import { describe, expect, it } from 'vitest';
import { parseTeam } from '../../../tasks/teams/read-team.ts';
import { growTree } from '../../../tasks/teams/tree.ts';
import { dyad } from './example-teams.ts';

type Json = Record<string, unknown>;

const [reasoner, actor] = dyad.steps;
/** The dyad with some parts changed, in the whole, in its first or in its second step. */
const team = (parts: Json) => ({ ...dyad, ...parts });
const first = (parts: Json) => ({ ...dyad, steps: [{ ...reasoner, ...parts }, actor] });
const second = (parts: Json) => ({ ...dyad, steps: [reasoner, { ...actor, ...parts }] });
const missing = undefined;

const bad: Record<string, [value: unknown, message: string]> = {
  'not an object': ['team', 'team.json: expected object, received string, found "team"'],
  'of another kind': [team({ kind: 'game' }), 'team.json: kind: expected "team", found "game"'],
  'without agents': [team({ agents: [] }), 'team.json: agents: too small: expected array to have >=1 items, found []'],
  'with agents that are no list': [
    team({ agents: 'reasoner' }),
    'team.json: agents: expected array, received string, found "reasoner"',
  ],
  'without steps': [team({ steps: missing }), 'team.json: steps: expected array, received undefined'],
  'with a step that names no agent': [
    first({ agent: missing }),
    'team.json: steps[0].agent: expected string, received undefined',
  ],
  'with a step without messages': [
    first({ messages: missing }),
    'team.json: steps[0].messages: expected array, received undefined',
  ],
  'with a step without a policy': [
    second({ policy: missing }),
    'team.json: steps[1].policy: expected array, received undefined',
  ],
  'with a null on some steps only': [
    second({ absent: missing }),
    'team.json: steps[1]: no "absent", which other steps have; expected it on every step or on none',
  ],
  'with a null and no rules for it': [
    {
      ...first({ absent: missing }),
      null: 'placeholder',
      steps: [reasoner, actor].map((step) => ({ ...step, absent: missing })),
    },
    'team.json: null: "placeholder", but no step says what happens when its agent is absent; expected "absent" on every step',
  ],
  'without an outcome': [team({ outcome: missing }), 'team.json: outcome: expected array, received undefined'],
  'without a range': [team({ range: missing }), 'team.json: range: expected tuple, received undefined'],
  'with a range of one number': [
    team({ range: [0] }),
    'team.json: range: too small: expected array to have >=2 items, found [0]',
  ],
  'with a score in words': [
    team({ outcome: [{ score: 'high' }] }),
    'team.json: outcome[0].score: expected number, received string, found "high"',
  ],
  'with a probability above 1': [
    first({ policy: [{ choose: [1.5, -0.5, 0, 0] }] }),
    'team.json: steps[0].policy[0].choose[0]: too big: expected number to be <=1, found 1.5',
  ],
  'with a message that is a number': [
    first({ messages: [1, 2] }),
    'team.json: steps[0].messages[0]: expected string, received number, found 1',
  ],
  'with a message without a text': [
    first({ messages: [{ id: 'good' }] }),
    'team.json: steps[0].messages[0].text: expected string, received undefined',
  ],
  'with an unknown noise': [
    team({ noise: 'gaussian' }),
    'team.json: noise: invalid option: expected one of "none"|"bernoulli", found "gaussian"',
  ],
  'with a judge surer than sure': [
    team({ judge: { sensitivity: 2, specificity: 1 } }),
    'team.json: judge.sensitivity: too big: expected number to be <=1, found 2',
  ],
  'with a stray key': [
    { ...second({}), steps: [reasoner, { agent: 'actor', messages: ['a'], policy: [{ choose: [1] }], null: 1 }] },
    'team.json: steps[1]: unrecognized key: "null", found {"agent":"actor","messages":["a"],"policy":[{"choose":[1]...',
  ],

  'with an agent named twice': [
    team({ agents: ['reasoner', 'actor', 'actor'] }),
    'team.json: agents[2]: agent "actor" is named twice',
  ],
  'with a step of an unknown agent': [
    second({ agent: 'critic' }),
    'team.json: steps[1].agent: no agent "critic"; agents are reasoner, actor',
  ],
  'with a message named twice': [
    first({ messages: ['good', 'ok', 'bad', 'good'] }),
    'team.json: steps[0].messages[3]: message "good" is named twice',
  ],
  'with one text for two messages': [
    first({ messages: ['good', 'ok', { id: 'bad', text: 'Try this.' }, { id: 'nothing', text: 'Try this.' }] }),
    'team.json: steps[0].messages[3]: the text "Try this." could be message "bad" too',
  ],
  "with one message's text for another's id": [
    first({ messages: [{ id: 'good', text: 'bad' }, 'ok', 'bad', 'nothing'] }),
    'team.json: steps[0].messages[0]: the text "bad" could be message "bad" too',
  ],
  'with a message called *': [
    first({ messages: ['good', 'ok', 'bad', '*'] }),
    'team.json: steps[0].messages: "*" stands for any message and cannot name one',
  ],
  'with a policy that does not add up': [
    second({ policy: [{ choose: [0.3, 0.3, 0.3] }] }),
    'team.json: steps[1].policy[0].choose: probabilities add up to 0.9; expected 1',
  ],
  'with a null that does not add up': [
    second({ absent: [{ choose: [0, 0, 0] }] }),
    'team.json: steps[1].absent[0].choose: probabilities add up to 0; expected 1',
  ],
  'with too few probabilities': [
    second({ policy: [{ when: ['good'], choose: [1, 0, 0] }, { choose: [0.5, 0.5] }] }),
    'team.json: steps[1].policy[1].choose: 2 given; expected 3, one per message',
  ],
  'with a rule that looks back too far': [
    second({ policy: [{ when: ['good', 'right'], choose: [1, 0, 0] }] }),
    'team.json: steps[1].policy[0].when: 2 given; expected 1, one per message said before',
  ],
  'with a rule for an unknown message': [
    second({ policy: [{ when: ['great'], choose: [1, 0, 0] }] }),
    'team.json: steps[1].policy[0].when[0]: step 0 has no message "great"; its messages are good, ok, bad, nothing',
  ],
  'with a score for half a transcript': [
    team({ outcome: [{ when: ['good'], score: 1 }, { score: 0 }] }),
    'team.json: outcome[0].when: 1 given; expected 2, one per message said before',
  ],
  'with a score for an unknown message': [
    team({ outcome: [{ when: ['*', 'rihgt'], score: 1 }, { score: 0 }] }),
    'team.json: outcome[0].when[1]: step 1 has no message "rihgt"; its messages are right, wrong, no answer',
  ],
  'with a policy that some message escapes': [
    second({
      policy: [
        { when: ['good'], choose: [1, 0, 0] },
        { when: ['ok'], choose: [1, 0, 0] },
      ],
    }),
    'team.json: steps[1].policy: no rule matches ["bad"]; a last rule without "when" would match all',
  ],
  'with a null that some message escapes': [
    second({ absent: [{ when: ['good'], choose: [1, 0, 0] }] }),
    'team.json: steps[1].absent: no rule matches ["ok"]; a last rule without "when" would match all',
  ],
  'with a transcript that has no score': [
    team({ outcome: [{ when: ['*', 'right'], score: 1 }] }),
    'team.json: outcome: no rule matches ["good","wrong"]; a last rule without "when" would match all',
  ],
  'with an empty range': [team({ range: [1, 1] }), 'team.json: range: [1,1] is empty; expected the lower end first'],
  'with a score outside the range': [
    team({ outcome: [{ score: 1.5 }] }),
    'team.json: outcome[0].score: 1.5 is outside the range [0,1]',
  ],
  'with a threshold outside the range': [
    team({ threshold: -1 }),
    'team.json: threshold: -1 is outside the range [0,1]',
  ],
  'with an error at no step': [
    team({ errors: [{ step: 2, messages: ['bad'] }] }),
    'team.json: errors[0].step: no step 2; steps are 0 to 1',
  ],
  'with an error before the first step': [
    team({ errors: [{ step: -1, messages: ['bad'] }] }),
    'team.json: errors[0].step: too small: expected number to be >=0, found -1',
  ],
  'with an error that is no message': [
    team({ errors: [{ step: 0, messages: ['bad', 'worse'] }] }),
    'team.json: errors[0].messages[1]: step 0 has no message "worse"; its messages are good, ok, bad, nothing',
  ],
  'with an error after half of what was said': [
    team({ errors: [{ step: 1, when: [], messages: ['wrong'] }] }),
    'team.json: errors[0].when: 0 given; expected 1, one per message said before',
  ],
};

describe('a team file is refused, in these words,', () => {
  it.each(Object.entries(bad))('%s', (_, [value, message]) => {
    expect(() => growTree(parseTeam(value, 'team.json'))).toThrow(
      expect.objectContaining({ name: 'CreditbenchError', message }),
    );
  });
});
