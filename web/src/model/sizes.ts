// How big each thing on the stage is, and where the places inside it are. Depends only on the whole run,
// never on the step, so that nothing moves when values do.

import { formatCount } from './format.ts';
import type { Box, Flow, Point } from './geometry.ts';
import type { GraphNode } from './graph.ts';
import type { RunIndex } from './run_index.ts';

export const CARD_HEIGHT = 54;
export const COMPACT_HEIGHT = 34;
/** Cards of synchronisation objects: without and with a row for those who wait. */
export const SYNC_HEIGHT = 52;
export const SYNC_QUEUE_HEIGHT = 80;
export const PIPE_THICKNESS = 42;
export const SLOT_PITCH = 30;
export const GATE = { w: 60, h: 54 } as const;
/** Room for the name above and the caption below a pipe. */
export const LABEL_ABOVE = 24;
export const LABEL_BELOW = 24;
const LABEL_SIDE = 104;
const PIPE_END = 9;
const MOST_SLOTS = 10;
const LETTER = 8.1;
const WIDEST_CARD = 208;

/** A node's whole box holds its labels; `body` is the card or the pipe inside it. */
export interface Sized {
  readonly w: number;
  readonly h: number;
  readonly body: Box;
}

/** How many slots are drawn one by one; larger buffers show a level instead. */
export function slotCount(capacity: number): number {
  return Math.min(capacity, MOST_SLOTS);
}

export function isCompressed(capacity: number): boolean {
  return capacity > MOST_SLOTS;
}

const MOST_IN_ROSTER = 24;
const ROSTER_ROW = { w: 104, h: 26 } as const;
const ROSTER_TOP = 34;

/**
 * Columns and rows of a group that names its members one by one; undefined when there are too many for
 * that.
 */
export function rosterGrid(count: number): { readonly cols: number; readonly rows: number } | undefined {
  if (count > MOST_IN_ROSTER) return undefined;
  const cols = count <= 4 ? 1 : count <= 16 ? 2 : 3;
  return { cols, rows: Math.ceil(count / cols) };
}

/** The row of the k-th member of a roster; members go down the columns. */
export function rosterRow(body: Box, count: number, k: number): Box {
  const { rows } = rosterGrid(count)!;
  const x = body.x + 8 + Math.floor(k / rows) * ROSTER_ROW.w;
  return { x, y: body.y + ROSTER_TOP + (k % rows) * ROSTER_ROW.h, w: ROSTER_ROW.w, h: ROSTER_ROW.h };
}

/**
 * Columns, rows and pitch of the dots that stand for the members of a group; rows 0 when there are too
 * many for dots.
 */
export function dotGrid(count: number): { cols: number; rows: number; pitch: number } {
  if (count > 2000) return { cols: 0, rows: 0, pitch: 0 };
  const pitch = count <= 160 ? 11 : count <= 600 ? 7 : 5;
  const cols = Math.floor(176 / pitch);
  return { cols, rows: Math.ceil(count / cols), pitch };
}

/** A crowd too large for dots: its shares and a line for each state. */
const CROWD_HEIGHT = 152;

function plainBox(w: number, h: number): Sized {
  return { w, h, body: { x: 0, y: 0, w, h } };
}

function cardWidth(name: string): number {
  return Math.min(WIDEST_CARD, Math.max(140, Math.ceil(name.length * LETTER) + 58));
}

/** @param partners see longestPartners in layout.ts */
export function sizeOf(
  node: GraphNode,
  run: RunIndex,
  flow: Flow,
  partners: ReadonlyMap<number, number>,
): Sized {
  switch (node.kind) {
    case 'goroutine': {
      const g = node.members[0]!;
      const status = 36 + 6.1 * ('receiving from '.length + (partners.get(g) ?? 0)) + 10;
      const w = Math.max(cardWidth(run.entities.goroutineName(g)), Math.min(WIDEST_CARD, Math.ceil(status)));
      return plainBox(w, node.compact ? COMPACT_HEIGHT : CARD_HEIGHT);
    }
    case 'group': {
      const roster = rosterGrid(node.members.length);
      if (roster !== undefined) {
        const title = Math.ceil(`${node.label} ×${node.members.length}`.length * LETTER) + 32;
        const w = Math.max(roster.cols * ROSTER_ROW.w + 16, Math.min(WIDEST_CARD, title));
        return plainBox(w, ROSTER_TOP + roster.rows * ROSTER_ROW.h + 8);
      }
      const grid = dotGrid(node.members.length);
      return grid.rows === 0 ? plainBox(216, CROWD_HEIGHT) : plainBox(200, 66 + grid.rows * grid.pitch);
    }
    case 'sync':
    case 'syncs':
      return sizeOfSync(node, run);
    case 'world':
      return plainBox(WORLD_WIDTH, flow === 'right' ? 96 : 84);
    case 'channels':
      return plainBox(
        Math.max(150, cardWidth(`${node.label} ×${formatCount(node.members.length)}`)),
        CARD_HEIGHT,
      );
    case 'channel':
      return sizeOfChannel(
        run.entities.objects.get(node.members[0]!)!.capacity,
        run.entities.objectName(node.members[0]!),
        flow,
      );
  }
}

const WORLD_WIDTH = 148;
/** Most units of a semaphore that are drawn one by one. */
export const MOST_UNITS = 12;

function sizeOfSync(node: GraphNode, run: RunIndex): Sized {
  const name =
    node.kind === 'syncs'
      ? `${node.label} ×${node.members.length}`
      : run.entities.objectName(node.members[0]!);
  const queue = node.members.some((id) => run.queued.has(id));
  const info = run.entities.objects.get(node.members[0]!)!;
  const least = info.kind === 'context' || info.kind === 'pool' ? 132 : 164;
  const w = Math.min(240, Math.max(least, Math.ceil(name.length * 7.6) + 62));
  return plainBox(w, queue ? SYNC_QUEUE_HEIGHT : SYNC_HEIGHT);
}

function sizeOfChannel(capacity: number, name: string, flow: Flow): Sized {
  const length = capacity === 0 ? GATE.w : slotCount(capacity) * SLOT_PITCH + 2 * PIPE_END + 6;
  const thick = capacity === 0 ? GATE.h : PIPE_THICKNESS;
  if (flow === 'right') {
    const w = Math.max(length, Math.ceil(name.length * LETTER));
    return {
      w,
      h: thick + LABEL_ABOVE + LABEL_BELOW,
      body: { x: (w - length) / 2, y: LABEL_ABOVE, w: length, h: thick },
    };
  }
  return { w: thick + LABEL_SIDE * 2, h: length, body: { x: LABEL_SIDE, y: 0, w: thick, h: length } };
}

/** Centre of slot k of a buffered channel; slot 0 is nearest the receivers. */
export function slotCenter(body: Box, k: number, flow: Flow): Point {
  const offset = (flow === 'right' ? body.w : body.h) - PIPE_END - 3 - SLOT_PITCH * (k + 0.5);
  return flow === 'right'
    ? { x: body.x + offset, y: body.y + body.h / 2 }
    : { x: body.x + body.w / 2, y: body.y + offset };
}

/** Where the k-th waiting sender's value stands (0 goes first), outside the end where values enter. */
export function senderPlace(body: Box, k: number, flow: Flow): Point {
  const out = 13 + k * 21;
  return flow === 'right'
    ? { x: body.x - out, y: body.y + body.h / 2 }
    : { x: body.x + body.w / 2, y: body.y - out };
}

/** Where the k-th waiting receiver stands, outside the end where values leave. */
export function receiverPlace(body: Box, k: number, flow: Flow): Point {
  const out = 14 + k * 24;
  return flow === 'right'
    ? { x: body.x + body.w + out, y: body.y + body.h / 2 }
    : { x: body.x + body.w / 2, y: body.y + body.h + out };
}

/** The middle of an unbuffered channel: where sender and receiver meet. */
export function gateCenter(body: Box): Point {
  return { x: body.x + body.w / 2, y: body.y + body.h / 2 };
}

/** Where a goroutine holds the value it works on. */
export function handPlace(body: Box): Point {
  return { x: body.x + body.w - 17, y: body.y + Math.min(body.h / 2, 27) };
}
