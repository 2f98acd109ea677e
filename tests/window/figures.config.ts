import { defineConfig } from 'vitest/config';

// What is measured is alone on the machine: one window at a time, and nothing else.
export default defineConfig({
  test: {
    include: ['figures/**/*.figures.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
