import { defineConfig } from 'vitest/config';
import { catalogueIndex } from './build/catalogue_index.ts';

export default defineConfig({
  plugins: [catalogueIndex()],
  test: { include: ['tests/unit/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
});
