import { defineConfig } from 'vitest/config';

export default defineConfig({
  // By default one core is left idle, which on two cores is half of them.
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: '100%',
  },
});
