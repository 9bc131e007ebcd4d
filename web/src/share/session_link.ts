// Between a link and a session: opens what a link says, and writes what a session shows.

import { FIRST_PROGRAM, isProgram, OWN_PROGRAM_ID } from '../app/catalogue.ts';
import type { Session } from '../app/session.ts';
import { writeLink, type Link } from './link.ts';
import { LINK_PARTS, PART_NAMES } from './link_parts.ts';

/** Less than this of a damaged program is not worth showing. */
const LEAST_SOURCE = 12;

interface Own {
  readonly source: string | undefined;
  readonly problem: string;
}

async function ownOf(packed: string): Promise<Own> {
  if (packed === '') return { source: undefined, problem: '' };
  const { unpack } = await import('./code_pack.ts');
  const { text, whole } = await unpack(packed);
  if (whole) return { source: text, problem: '' };
  if (text.length >= LEAST_SOURCE)
    return {
      source: text,
      problem: 'The program in this link is damaged: this is what could be read of it.',
    };
  return {
    source: undefined,
    problem: 'The program in this link is damaged and could not be read; the rest has been kept.',
  };
}

/**
 * Opens what a link asks for; what is wrong with it ends up in the session's `linkProblems`.
 * @param ownSource a source that takes the place of the link's program, as an embed's author has written it
 */
export async function openLink(session: Session, link: Link, ownSource?: string): Promise<void> {
  const problems = [...link.problems];
  for (const part of LINK_PARTS) {
    const text = link.parts[part.key];
    const problem = text === undefined ? '' : part.read(session, text);
    if (problem !== '') problems.push(problem);
  }
  const own = ownSource === undefined ? await ownOf(link.packed) : { source: ownSource, problem: '' };
  if (own.problem !== '') problems.push(own.problem);
  const wanted = own.source === undefined ? link.program : OWN_PROGRAM_ID;
  const known = wanted === OWN_PROGRAM_ID || isProgram(wanted);
  if (!known && wanted !== '')
    problems.push(`There is no program called “${wanted.slice(0, 60)}” here; this is the first one.`);
  await session.begin({
    ...link,
    program: known ? wanted : FIRST_PROGRAM,
    ownSource: own.source,
    problems,
  });
}

/** Only programs of one's own need the packer. */
async function packed(source: string): Promise<string> {
  const { pack } = await import('./code_pack.ts');
  return pack(source);
}

/** Query and fragment of what a session shows now. */
export async function addressOf(session: Session): Promise<string> {
  const own = session.program.id === OWN_PROGRAM_ID || session.edited;
  return writeLink(
    {
      program: own ? OWN_PROGRAM_ID : session.program.id,
      parameters: own ? {} : session.changedParameters(),
      seed: session.seed,
      processors: session.processors,
      step: session.player.playing ? -1 : session.player.step,
      packed: own ? await packed(session.source) : '',
      parts: Object.fromEntries(LINK_PARTS.map((part) => [part.key, part.write(session)])),
    },
    PART_NAMES,
  );
}
