import { defineConfig } from 'vitest/config';

// The built site in Firefox; one file at a time, as in Chromium.
export default defineConfig({
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
