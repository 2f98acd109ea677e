import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['shots/**/*.shots.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
