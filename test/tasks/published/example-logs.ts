import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Split = 'Algorithm-Generated' | 'Hand-Crafted';

/** Hand-made logs in the layout of the published ones: `who_and_when/Who&When/<split>/<number>.json`. Returns the folder that holds it all. */
export function writeExampleLogs(logs: Partial<Record<Split, Record<string, unknown>>>): string {
  const root = mkdtempSync(join(tmpdir(), 'published-'));
  for (const [split, files] of Object.entries(logs)) {
    const folder = join(root, 'who_and_when', 'Who&When', split);
    mkdirSync(folder, { recursive: true });
    for (const [name, log] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(log));
  }
  return root;
}

/** Three messages of a generated team; Planner is blamed for the second. */
export const generatedLog = {
  is_correct: false,
  question: 'How many moons has Mars?',
  question_ID: 'made-up-1',
  level: '1',
  ground_truth: '2',
  history: [
    { content: 'Find the moons of Mars.', role: 'user', name: 'Moon_Expert' },
    { content: 'Mars has three moons.', role: 'assistant', name: 'Planner' },
    { content: 'TERMINATE: 3', role: 'user', name: 'Moon_Expert' },
  ],
  mistake_agent: 'Planner',
  mistake_step: '1',
  mistake_reason: 'It has two.',
  system_prompt: { Planner: 'Plan.' },
};

/** Six messages in the hand-crafted style; WebSurfer is blamed for the fourth. */
export const handCraftedLog = {
  history: [
    { content: 'How tall is K2?', role: 'human' },
    { content: 'I shall ask the web.', role: 'Orchestrator (thought)' },
    { content: 'Look it up.', role: 'Orchestrator (-> WebSurfer)' },
    { content: '8,848 m.', role: 'WebSurfer' },
    { content: 'Done.', role: 'Orchestrator (termination condition)' },
    { content: '8,848 m.', role: 'Orchestrator' },
  ],
  question: 'How tall is K2?',
  question_ID: 'made-up-2',
  ground_truth: '8,611 m',
  is_corrected: false,
  level: 2,
  mistake_agent: 'WebSurfer',
  mistake_step: '3',
  mistake_reason: 'That is another mountain.',
};
