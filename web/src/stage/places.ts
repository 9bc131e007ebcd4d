// Where things are on the stage, for everything that is drawn between them.

import type { Curve, Point } from '../model/geometry.ts';
import type { Layout, PlacedNode } from '../model/layout.ts';
import { rosterGrid, rosterRow } from '../model/sizes.ts';

/** The node of a goroutine or an object. */
export function placedGoroutine(layout: Layout, g: number): PlacedNode | undefined {
  const node = layout.graph.nodeOfGoroutine.get(g);
  return node === undefined ? undefined : layout.nodes.get(node.key);
}

export function placedObject(layout: Layout, id: number): PlacedNode | undefined {
  const node = layout.graph.nodeOfObject.get(id);
  return node === undefined ? undefined : layout.nodes.get(node.key);
}

/** The point that stands for a goroutine: its sign, or its row in a group that names its members. */
export function goroutinePoint(layout: Layout, g: number): Point | undefined {
  const placed = placedGoroutine(layout, g);
  if (placed === undefined) return undefined;
  const { node, body } = placed;
  if (node.kind === 'group' && rosterGrid(node.members.length) !== undefined) {
    const row = rosterRow(body, node.members.length, node.members.indexOf(g));
    return { x: row.x + 13, y: row.y + row.h / 2 };
  }
  return { x: body.x + Math.min(20, body.w / 2), y: body.y + body.h / 2 };
}

export function objectPoint(layout: Layout, id: number): Point | undefined {
  const placed = placedObject(layout, id);
  if (placed === undefined) return undefined;
  const { x, y, w, h } = placed.body;
  return { x: x + w / 2, y: y + h / 2 };
}

/** A quiet line between something on the shelf and a goroutine above it, or on its left. */
export function shelfCurve(shelf: PlacedNode, goroutine: PlacedNode): Curve {
  const { x, y, w, h } = goroutine.body;
  if (shelf.body.y >= y + h) {
    const from = { x: shelf.body.x + shelf.body.w / 2, y: shelf.body.y };
    // The bottom of the card, towards the side where the other one is.
    const to = { x: x + w * clamp(0.5 + (from.x - x - w / 2) / (w * 4), 0.15, 0.85), y: y + h };
    const bend = Math.max(18, (from.y - to.y) * 0.45);
    return { start: from, parts: [[{ x: from.x, y: from.y - bend }, { x: to.x, y: to.y + bend }, to]] };
  }
  const from = { x: shelf.body.x, y: shelf.body.y + shelf.body.h / 2 };
  const to = { x: x + w, y: y + h / 2 };
  const bend = Math.max(18, Math.abs(from.x - to.x) * 0.45);
  return { start: from, parts: [[{ x: from.x - bend, y: from.y }, { x: to.x + bend, y: to.y }, to]] };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
