import { describe, expect, it } from 'vitest';
import { creditbench } from './creditbench.ts';

describe('creditbench list', () => {
  it.each(['methods', 'tasks', 'suites'])('lists %s for people and for machines', (kind) => {
    const listed = JSON.parse(creditbench(['list', kind, '--json']).out) as { id: string }[];
    const { code, out } = creditbench(['list', kind]);
    expect(code).toBe(0);
    for (const { id } of listed) expect(out).toMatch(new RegExp(`^${id} `, 'm'));
  });
});

describe('every command', () => {
  it.each(['run', 'report', 'list', 'truth', 'assign'])('%s has help with an example', (command) => {
    const { code, out } = creditbench([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Example:\n  npx creditbench ${command} `);
  });
});
