import { defineConfig } from 'vitest/config';

// The built site in a real browser. The browser is the system's; one at a time, because two would fight
// for the processor.
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
