import { badFile, brief } from '../../harness/files.ts';
import { idsOf, type TeamFile, textOf } from './team-file.ts';

type Path = readonly PropertyKey[];
type Bad = (path: Path, message: string) => never;

/** What a schema cannot see: names, lengths, sums, ranges. @throws CreditbenchError naming the place in the file. */
export function checkTeamFile(team: TeamFile, file: string): void {
  const bad: Bad = (path, message) => {
    throw badFile(file, path, message);
  };
  const { agents, steps, range, errors = [], outcome, threshold } = team;
  const menus = steps.map(idsOf);
  unique(agents, ['agents'], 'agent', bad);
  if (range[0] >= range[1]) bad(['range'], `${brief(range)} is empty; expected the lower end first`);
  if (threshold !== undefined && (threshold < range[0] || threshold > range[1]))
    bad(['threshold'], `${threshold} is outside the range ${brief(range)}`);

  const checkWhen = (when: readonly string[] | undefined, before: number, path: Path): void => {
    if (when === undefined) return;
    if (when.length !== before)
      bad([...path, 'when'], `${when.length} given; expected ${before}, one per message said before`);
    for (const [place, id] of when.entries())
      if (id !== '*' && !menus[place]!.includes(id))
        bad(
          [...path, 'when', place],
          `step ${place} has no message "${id}"; its messages are ${menus[place]!.join(', ')}`,
        );
  };

  const nulls = steps.filter(({ absent }) => absent !== undefined).length;
  if (nulls > 0 && nulls < steps.length) {
    const without = steps.findIndex(({ absent }) => absent === undefined);
    bad(['steps', without], 'no "absent", which other steps have; expected it on every step or on none');
  }

  if (nulls === 0 && team.null !== undefined)
    bad(
      ['null'],
      `"${team.null}", but no step says what happens when its agent is absent; expected "absent" on every step`,
    );

  for (const [step, { agent, messages, ...rules }] of steps.entries()) {
    const at: Path = ['steps', step];
    if (!agents.includes(agent)) bad([...at, 'agent'], `no agent "${agent}"; agents are ${agents.join(', ')}`);
    unique(menus[step]!, [...at, 'messages'], 'message', bad);
    if (menus[step]!.includes('*')) bad([...at, 'messages'], '"*" stands for any message and cannot name one');
    checkTexts(menus[step]!, messages.map(textOf), [...at, 'messages'], bad);
    for (const kind of ['policy', 'absent'] as const)
      for (const [index, { when, choose }] of (rules[kind] ?? []).entries()) {
        checkWhen(when, step, [...at, kind, index]);
        const path: Path = [...at, kind, index, 'choose'];
        if (choose.length !== messages.length)
          bad(path, `${choose.length} given; expected ${messages.length}, one per message`);
        const sum = choose.reduce((total, chance) => total + chance, 0);
        if (Math.abs(sum - 1) > 1e-9) bad(path, `probabilities add up to ${Number(sum.toPrecision(12))}; expected 1`);
      }
  }
  for (const [index, { when, score }] of outcome.entries()) {
    checkWhen(when, steps.length, ['outcome', index]);
    if (score < range[0] || score > range[1])
      bad(['outcome', index, 'score'], `${score} is outside the range ${brief(range)}`);
  }
  for (const [index, { step, when, messages }] of errors.entries()) {
    if (step >= steps.length) bad(['errors', index, 'step'], `no step ${step}; steps are 0 to ${steps.length - 1}`);
    checkWhen(when, step, ['errors', index]);
    for (const [place, id] of messages.entries())
      if (!menus[step]!.includes(id))
        bad(
          ['errors', index, 'messages', place],
          `step ${step} has no message "${id}"; its messages are ${menus[step]!.join(', ')}`,
        );
  }
}

/** A message may be named by its id or its text, so no text may be another message's id or text. */
function checkTexts(ids: readonly string[], texts: readonly string[], path: Path, bad: Bad): void {
  for (const [place, text] of texts.entries()) {
    const other = ids.findIndex(
      (id, index) => index !== place && (id === text || (index < place && texts[index] === text)),
    );
    if (other >= 0) bad([...path, place], `the text "${text}" could be message "${ids[other]}" too`);
  }
}

function unique(names: readonly string[], path: Path, kind: string, bad: Bad): void {
  const again = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (again >= 0) bad([...path, again], `${kind} "${names[again]}" is named twice`);
}
