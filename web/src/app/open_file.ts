// A file of the visitor's as the program: chosen in a dialog or dropped onto the code.

import type { Session } from './session.ts';

/** The engine accepts no more. */
const MOST_BYTES = 1024 * 1024;

/** Opens the file as an own program; returns "" or why not. */
export async function openFile(session: Session, file: File): Promise<string> {
  if (file.size > MOST_BYTES) return `${file.name} is too long: programs may have up to 1 MiB.`;
  const text = await file.text();
  if (text.includes('\0')) return `${file.name} is not a text file.`;
  session.own.begin(text);
  return '';
}
