import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Replay } from '../../../harness/comparison/count-alarms.ts';
import { falseAlarmRate } from '../../../harness/comparison/false-alarm-rate.ts';
import { packageRoot } from '../../../harness/package.ts';
import { replaysOf, scenes } from './same-against-same.ts';

const replays = 200;
const alarms = (counted: readonly Replay[], of: 'alarm' | 'alarmWithoutMargin') =>
  counted.filter((replay) => replay[of]).length;

describe('the gate, a method against itself over 200 seeds', () => {
  const guide = readFileSync(join(packageRoot, 'docs', 'gate.md'), 'utf8');

  it.each(scenes)('raises no more false alarms than alpha allows: $name', (scene) => {
    const counted = replaysOf(scene, replays);
    const [usual, edge] = [alarms(counted, 'alarm'), alarms(counted, 'alarmWithoutMargin')];
    expect(counted.filter(({ differs }) => differs).length).toBeGreaterThan(replays / 2);
    for (const count of [usual, edge]) expect(falseAlarmRate(count, replays, 0.05).judgement).not.toBe('broken');
    expect(usual).toBeLessThanOrEqual(edge);
    expect(guide).toContain(`| ${scene.name} | ${usual} | ${edge} |`);
  });

  it('hears a regression that is there', () => {
    const found = alarms(replaysOf(scenes[0]!, replays, 0.4), 'alarm');
    expect(found).toBeGreaterThan(0.95 * replays);
  });
});
