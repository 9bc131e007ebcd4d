// The editor in the page's own colours.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const STATES = {
  running: '--run',
  runnable: '--ready',
  blocked: '--block',
  sleeping: '--sleep',
  done: '--done',
} as const;

function stateRules(): Record<string, Record<string, string>> {
  const rules: Record<string, Record<string, string>> = {};
  for (const [state, variable] of Object.entries(STATES)) {
    rules[`.cm-line.at-${state}`] = { boxShadow: `inset 3px 0 var(${variable})` };
    rules[`.cm-line.at-${state}.acting`] = {
      background: `color-mix(in srgb, var(${variable}) 13%, transparent)`,
    };
    rules[`.pill.${state}`] = {
      background: `color-mix(in srgb, var(${variable}) 9%, var(--paper))`,
      color: `var(${variable})`,
    };
    rules[`.acting .pill.${state}:first-child`] = {
      background: `var(${variable})`,
      color: 'var(--on-token)',
    };
  }
  return rules;
}

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--ink)', backgroundColor: 'transparent' },
  // A bar, so that it is seen where the keys go even while the caret is between two blinks.
  '&.cm-focused': { outline: 'none', boxShadow: 'inset 3px 0 var(--accent)' },
  '&.cm-focused .cm-content': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.65', overflow: 'auto' },
  '.cm-content': { padding: '10px 0 24px', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 20px 0 4px' },
  '.cm-gutters': { background: 'var(--paper)', border: 'none', color: 'var(--muted)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 4px 0 12px', minWidth: '34px' },
  '.cm-foldGutter .cm-gutterElement': { width: '13px', padding: '0 1px', cursor: 'pointer', opacity: '0.7' },
  '.cm-foldPlaceholder': {
    background: 'none',
    border: 'none',
    color: 'var(--comment)',
    font: 'italic 12px var(--sans)',
    cursor: 'pointer',
  },
  '.cm-cursor': { borderLeftColor: 'var(--accent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 22%, transparent)',
  },
  '.cm-activeLineGutter, .cm-activeLine': { background: 'transparent' },
  '.pills': {
    marginLeft: '10px',
    display: 'inline-flex',
    gap: '4px',
    verticalAlign: 'baseline',
    userSelect: 'none',
  },
  '.pill': { font: '600 11px/17px var(--sans)', borderRadius: '9px', padding: '0 7px', whiteSpace: 'nowrap' },
  '.knob': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    marginLeft: '10px',
    padding: '0 7px',
    borderRadius: '6px',
    background: 'var(--soft)',
    color: 'var(--muted)',
    font: '11.5px/19px var(--sans)',
    verticalAlign: 'middle',
  },
  '.knob input': { width: '72px', height: '14px', margin: '0', accentColor: 'var(--accent)' },
  '.knob input[type=checkbox]': { width: '14px', verticalAlign: '-2px' },
  '.knob input:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '2px' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--block) 1.3px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--ready) 1.3px',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': {
    background: 'var(--panel)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    overflow: 'hidden',
  },
  '.cm-diagnostic': {
    font: '13px/1.5 var(--sans)',
    padding: '6px 12px',
    borderLeft: '3px solid var(--block)',
  },
  '.cm-lint-marker': { width: '10px', height: '10px' },
  ...stateRules(),
});

const highlight = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword, tags.typeName],
    color: 'var(--keyword)',
  },
  { tag: [tags.string, tags.character, tags.number, tags.bool, tags.null], color: 'var(--literal)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--comment)', fontStyle: 'italic' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--ink)' },
]);

export const codeTheme: Extension = [theme, syntaxHighlighting(highlight)];
