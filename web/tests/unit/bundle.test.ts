// What keeps the page small without changing what it does.

import { describe, expect, it } from 'vitest';
import { shortStyle } from '../../build/short_styles.ts';
import { RECORD_BYTES } from '../../src/engine/ring_reader.ts';
import { RECORD_BYTES as GENERATED } from '../../src/generated/events.ts';

describe('the bundles', () => {
  it('the worker knows how long a record is without the tables', () => {
    expect(RECORD_BYTES).toBe(GENERATED);
  });

  it('styles lose comments and line ends, and nothing that means something', () => {
    expect(
      shortStyle(`
        /* why */
        :host([content]) .view > * {
          margin: calc(1px + 2px) -3px;
          font: 13px/1.6 var(--mono);
        }
        @media (max-width: 380px) { a { padding: 4px 0; } }`),
    ).toBe(
      ':host([content]) .view > *{margin: calc(1px + 2px) -3px;font: 13px/1.6 var(--mono)}' +
        '@media (max-width: 380px){a{padding: 4px 0}}',
    );
  });
});
