import { defineConfig } from 'vitest/config';

// The built site in Firefox; one file at a time, as in Chromium. A test is tried again: now and then one
// waits until its time is over, each time another; the cause is not known yet.
export default defineConfig({
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 3,
  },
});
