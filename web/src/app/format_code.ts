// Lays the code out as gofmt does, and tells what came of it.

import type { Session } from './session.ts';

/** Diagnostics of texts that are no Go: they cannot be laid out. */
const UNREADABLE = /^(Syntax|Unterminated|Invalid(Character|Escape|Rune|Number)|Nul|Empty)/;

/** Formats what is in the editor, just typed or not; returns a sentence for the visitor. */
export async function formatCode(session: Session): Promise<string> {
  session.takeTyped();
  const { source } = session;
  const formatted = await session.engine.format(source);
  if (formatted === '' || formatted === source) {
    const unread = session.diagnostics.some(({ code }) => UNREADABLE.test(code));
    return unread ? 'Not formatted: there is a syntax error.' : 'Already formatted.';
  }
  // Whoever types on has a newer text.
  if (source !== session.source) return '';
  session.edit(formatted);
  session.emit('source');
  return 'Formatted.';
}
