import { scoredZeroToOne, type Utterance, type World } from './world.ts';

/** P(a hand corrupts a sound plan), P(it repairs a corrupted one), and P(it puts it right by luck, against the procedure). */
export type Worker = { readonly corrupts: number; readonly repairs: number; readonly lucks: number };

/** A plan worked on by several hands, while one listener speaks once in between and is heeded by nobody. */
export type PlantedTeam = {
  readonly workers: readonly Worker[];
  /** The step of the listener, at least 1. */
  readonly slot: number;
  /** A corrupted plan stays corrupted, whatever is said. */
  readonly isAbsorbing: boolean;
};

/** Absent workers pass the plan on, an absent listener says nothing. Corrupting a sound plan is an error, and so is breaking the procedure. */
export function plantedEventsWorld({ workers, slot, isAbsorbing }: PlantedTeam): World {
  const speakers: (Worker | 'listener')[] = [...workers.slice(0, slot), 'listener', ...workers.slice(slot)];
  const isSound = (said: readonly Utterance[]) => isSoundAfter(said, isAbsorbing);
  return {
    agents: speakers.map((_, step) => ({ id: `member-${step + 1}`, role: 'member' })),
    problem: 'Work on the plan one after the other, by the procedure; it must be sound in the end.',
    ...scoredZeroToOne,
    null: 'pass-through',
    declaresErrors: true,
    authors: speakers.map((_, step) => step),
    menu: (step, said) => {
      const speaker = speakers[step]!;
      return speaker === 'listener' ? listenerMenu(step) : workerMenu(step, speaker, isSound(said));
    },
    state: (said) => (isSound(said) ? 'sound' : 'corrupt'),
    score: (said) => (isSound(said) ? 1 : 0),
  };
}

function workerMenu(step: number, { corrupts, repairs, lucks }: Worker, isSound: boolean): Utterance[] {
  const say = (id: string, text: string, whenSound: number, whenCorrupt: number, isWrong: boolean): Utterance => ({
    id,
    text,
    probability: isSound ? whenSound : whenCorrupt,
    absent: id === 'work' ? 1 : 0,
    isWrong,
  });
  return [
    say('work', `Step ${step + 1} is done by the procedure.`, 1 - corrupts, 1 - repairs - lucks, false),
    say('corrupt', `I do step ${step + 1} the wrong way round.`, corrupts, 0, isSound),
    say('repair', 'There is a mistake above; I put it right.', 0, repairs, false),
    say('lucky', `I leave the procedure and do step ${step + 1} my own way.`, 0, lucks, true),
  ];
}

function listenerMenu(step: number): Utterance[] {
  return [
    { id: 'listen', text: '(listens)', probability: 0.6, absent: 1 },
    { id: 'duplicate', text: `As we heard: the procedure was followed in step ${step}.`, probability: 0.2, absent: 0 },
    { id: 'irrelevant', text: 'The coffee machine is free again.', probability: 0.2, absent: 0 },
  ];
}

function isSoundAfter(said: readonly Utterance[], isAbsorbing: boolean): boolean {
  let isSound = true;
  for (const { id } of said) {
    if (id === 'corrupt') isSound = false;
    else if ((id === 'repair' || id === 'lucky') && !isAbsorbing) isSound = true;
  }
  return isSound;
}
