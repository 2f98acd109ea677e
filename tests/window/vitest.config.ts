import { defineConfig } from 'vitest/config';

// One window at a time: there is one screen, one pointer and one keyboard.
export default defineConfig({
  test: {
    include: ['journeys/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
