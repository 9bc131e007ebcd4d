// What a link says besides program, parameters, seed, processors and step: one row each. Names are for ever,
// like those of events; a row that goes keeps its name reserved here.

import type { Session } from '../app/session.ts';
import { holdsText, readHolds } from '../app/holds.ts';
import { inputText, readInputs } from '../model/outside.ts';
import { SPEEDS } from '../player/player.ts';

export interface LinkPart {
  /** The name in the address. */
  readonly key: string;
  /** What the session shows now; "" for the usual. */
  write(session: Session): string;
  /** Takes a value from a link; returns "" or what is wrong with it, as a sentence. Before the first run. */
  read(session: Session, text: string): string;
}

const TABS = /^[a-z]{1,20}$/;
const INPUT_SEPARATOR = ';';

/** Inputs as one text: `SIGINT at=2s; SIGTERM at=3s`, or `none`. */
export function inputsText(inputs: readonly string[]): string {
  return inputs.length === 0 ? 'none' : inputs.join(`${INPUT_SEPARATOR} `);
}

/** The way back. A separator inside quotes belongs to its input. */
export function inputsOf(text: string): string[] {
  if (text.trim() === 'none') return [];
  const parts = text.match(/(?:"(?:[^"\\]|\\.)*"|[^";])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export const LINK_PARTS: readonly LinkPart[] = [
  {
    key: 'speed',
    write: (session) => (session.player.speed === 1 ? '' : String(session.player.speed)),
    read: (session, text) => {
      const speed = Number(text);
      if (!(speed > 0)) return `The speed in this link, “${text}”, is not a speed.`;
      const nearest = [...SPEEDS].sort((p, q) => Math.abs(p - speed) - Math.abs(q - speed))[0]!;
      session.player.setSpeed(nearest);
      return '';
    },
  },
  {
    key: 'in',
    write: (session) => (session.inputs === undefined ? '' : inputsText(session.inputs)),
    read: (session, text) => {
      const { inputs, leftOut } = readInputs(inputsOf(text));
      session.inputs = inputs.map(inputText);
      return leftOut
        .map((one) => `The input “${one.text}” in this link was left out: ${one.problem}`)
        .join(' ');
    },
  },
  {
    key: 'tab',
    write: (session) => (session.tab === 'code' ? '' : session.tab),
    read: (session, text) => {
      if (!TABS.test(text)) return 'The panel in this link has no name that a panel can have.';
      session.tab = text;
      return '';
    },
  },
  {
    // What is open below the stage: `charts`, `processors`. Names that are not known open nothing.
    key: 'show',
    write: (session) => [...session.shown].sort().join('.'),
    read: (session, text) => {
      if (!/^[a-z]{1,20}(\.[a-z]{1,20}){0,9}$/.test(text))
        return 'What this link wants to be open could not be read.';
      for (const name of text.split('.')) session.shown.add(name);
      return '';
    },
  },
  {
    key: 'hold',
    write: (session) => holdsText(session.stepping.holds),
    read: (session, text) => {
      const holds = readHolds(text);
      if (holds === undefined) return 'The goroutine held back in this link could not be read.';
      session.stepping.fromLink.holds = holds;
      return '';
    },
  },
  {
    key: 'break',
    write: (session) => [...session.stepping.breakpoints].sort((p, q) => p - q).join('.'),
    read: (session, text) => {
      if (!/^[1-9]\d{0,5}(\.[1-9]\d{0,5}){0,99}$/.test(text))
        return 'The breakpoints in this link could not be read.';
      session.stepping.fromLink.breakpoints = text.split('.').map(Number);
      return '';
    },
  },
  {
    // A place between two events, beside `step`: goroutine, events before it, statement, events after it.
    key: 'st',
    write: (session) => session.stepping.statements.link,
    read: (session, text) => {
      if (!/^[1-9]\d{0,8}\.\d{1,9}\.[1-9]\d{0,11}\.\d{1,9}$/.test(text))
        return 'The statement in this link could not be read.';
      session.stepping.fromLink.place = text;
      return '';
    },
  },
  {
    // The number of an experiment from 1: lesson pages link to their experiments with it.
    key: 'try',
    write: () => '',
    read: (session, text) => {
      const number = Number(text);
      if (!Number.isSafeInteger(number) || number < 1)
        return `The experiment in this link, “${text.slice(0, 40)}”, is not a number from 1.`;
      session.tab = 'try';
      session.wantedExperiment = number - 1;
      return '';
    },
  },
  {
    key: 'with',
    write: (session) => session.beside.comparison?.link ?? '',
    read: (session, text) => {
      if (session.tab === 'code') session.tab = 'compare';
      void session.beside.compare(text);
      return '';
    },
  },
  {
    key: 'sweep',
    write: (session) => session.beside.comparison?.sweep.slider ?? '',
    read: (session, text) => {
      if (!/^[\p{L}_][\p{L}\p{N}_]{0,80}$/u.test(text))
        return 'The parameter to sweep over in this link has no name that a constant can have.';
      session.beside.sweepFromLink = text;
      return '';
    },
  },
];

export const PART_NAMES: readonly string[] = LINK_PARTS.map((part) => part.key);
