import { afterEach, beforeEach } from 'vitest';
import { dataVariable } from '../../../tasks/published/data-folder.ts';

/** Sets CREDITBENCH_DATA around each test of the enclosing block, and puts back what was there. */
export function withData(folder: () => string | undefined): void {
  let before: string | undefined;
  beforeEach(() => {
    before = process.env[dataVariable];
    set(folder());
  });
  afterEach(() => set(before));
}

function set(folder: string | undefined): void {
  if (folder === undefined) delete process.env[dataVariable];
  else process.env[dataVariable] = folder;
}
