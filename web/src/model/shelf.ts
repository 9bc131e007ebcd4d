// Where synchronisation objects stand: below the layers. Contexts form a tree that grows to the right,
// children below one another; everything else follows in rows.

import { boundsOf, MARGIN } from './bounds.ts';
import type { Box, Curve, Flow } from './geometry.ts';
import { flowCurve } from './geometry.ts';
import type { GraphNode } from './graph.ts';
import type { PlacedNode } from './layout.ts';
import type { RunIndex } from './run_index.ts';
import type { Sized } from './sizes.ts';

/** The line from a context to a child of it. */
export interface Branch {
  readonly from: string;
  readonly to: string;
  readonly curve: Curve;
}

const ABOVE = 40;
const GAP = 16;
const DEEPER = 44;
/** Shelves are at least so wide, however narrow the layers are. */
const LEAST_WIDTH = { right: 720, down: 380 } as const;

/** Where the shelf stands: below the layers, or beside them where there is more room. */
export type ShelfSide = 'below' | 'beside';

/** A shelf beside the layers may be so wide, whichever shows everything larger. */
export const SHELF_WIDTHS = [400, 640, 900] as const;

/** Places the shelf, adding it to `nodes`. */
export function placeShelf(
  run: RunIndex,
  shelf: readonly GraphNode[],
  nodes: Map<string, PlacedNode>,
  sizes: ReadonlyMap<string, Sized>,
  flow: Flow,
  side: ShelfSide,
  besideWidth: number,
): Branch[] {
  const bounds = boundsOf(nodes, []);
  const beside = side === 'beside' && nodes.size > 0;
  let top = nodes.size === 0 ? 0 : beside ? bounds.y + MARGIN : bounds.y + bounds.h - MARGIN + ABOVE;
  const middle = beside ? bounds.x + bounds.w + ABOVE + besideWidth / 2 : bounds.x + bounds.w / 2;
  const width = beside ? besideWidth : Math.max(bounds.w - 2 * MARGIN, LEAST_WIDTH[flow]);
  const contexts = shelf.filter((node) => isContext(run, node));
  const branches: Branch[] = [];
  if (contexts.length > 0) top = placeTree(run, contexts, nodes, sizes, { middle, top, width }, branches);
  placeRows(inOrder(shelf.filter((node) => !isContext(run, node))), nodes, sizes, { middle, top, width });
  return branches;
}

/** Elements of one array in order: they are made when they are first used, which may be in any. */
function inOrder(shelf: readonly GraphNode[]): GraphNode[] {
  const arrays = new Map<string, GraphNode[]>();
  const nameOf = (node: GraphNode): string | undefined => /^(.*)\[\d+\]/.exec(node.label)?.[1];
  for (const node of shelf) {
    const name = nameOf(node);
    if (name !== undefined) arrays.set(name, [...(arrays.get(name) ?? []), node]);
  }
  for (const elements of arrays.values())
    elements.sort((p, q) => p.label.localeCompare(q.label, 'en', { numeric: true }));
  return shelf.map((node) => arrays.get(nameOf(node) ?? '')?.shift() ?? node);
}

interface Space {
  /** x of its middle. */
  readonly middle: number;
  readonly top: number;
  readonly width: number;
}

function isContext(run: RunIndex, node: GraphNode): boolean {
  return run.entities.objects.get(node.members[0]!)?.kind === 'context';
}

/** Rows in the middle; returns nothing because nothing comes below them. */
function placeRows(
  shelf: readonly GraphNode[],
  nodes: Map<string, PlacedNode>,
  sizes: ReadonlyMap<string, Sized>,
  space: Space,
): void {
  let y = space.top;
  for (let first = 0; first < shelf.length;) {
    let width = 0;
    let height = 0;
    let count = 0;
    for (const node of shelf.slice(first)) {
      const size = sizes.get(node.key)!;
      const w = size.w + (count === 0 ? 0 : GAP);
      if (count > 0 && width + w > space.width) break;
      width += w;
      height = Math.max(height, size.h);
      count++;
    }
    let x = space.middle - width / 2;
    for (const node of shelf.slice(first, first + count)) {
      const size = sizes.get(node.key)!;
      place(nodes, node, { x, y, w: size.w, h: size.h });
      x += size.w + GAP;
    }
    first += count;
    y += height + GAP;
  }
}

function place(nodes: Map<string, PlacedNode>, node: GraphNode, box: Box): void {
  nodes.set(node.key, { node, box, body: box });
}

/** The forest of contexts, depth to the right. Returns the y below it. */
function placeTree(
  run: RunIndex,
  contexts: readonly GraphNode[],
  nodes: Map<string, PlacedNode>,
  sizes: ReadonlyMap<string, Sized>,
  space: Space,
  branches: Branch[],
): number {
  const keyOf = new Map<number, GraphNode>();
  for (const node of contexts) for (const id of node.members) keyOf.set(id, node);
  const children = new Map<GraphNode, GraphNode[]>();
  const roots: GraphNode[] = [];
  for (const node of contexts) {
    const parent = keyOf.get(run.entities.parentOf.get(node.members[0]!) ?? 0);
    if (parent === undefined || parent === node) roots.push(node);
    else children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const deepest = (node: GraphNode): number =>
    sizes.get(node.key)!.w +
    Math.max(0, ...(children.get(node) ?? []).map((child) => DEEPER + deepest(child)));
  // Small trees stand side by side, as long as there is room.
  let left = 0;
  let top = space.top;
  let bottom = top;
  const row: { readonly node: GraphNode; readonly x: number; readonly y: number }[] = [];
  for (const root of roots) {
    const w = deepest(root);
    if (left > 0 && left + w > space.width) {
      left = 0;
      top = bottom;
    }
    row.push({ node: root, x: left, y: top });
    bottom = Math.max(bottom, top + heightOf(root, children, sizes));
    left += w + GAP * 2;
  }
  const widest = Math.max(...row.map(({ node, x }) => x + deepest(node)));
  const shift = space.middle - widest / 2;
  for (const { node, x, y } of row) grow(node, shift + x, y, children, nodes, sizes, branches);
  return bottom;
}

function heightOf(
  node: GraphNode,
  children: ReadonlyMap<GraphNode, readonly GraphNode[]>,
  sizes: ReadonlyMap<string, Sized>,
): number {
  const below = (children.get(node) ?? []).reduce((sum, child) => sum + heightOf(child, children, sizes), 0);
  return Math.max(sizes.get(node.key)!.h + GAP, below);
}

/** Places a tree with its left top corner at x, y. */
function grow(
  node: GraphNode,
  x: number,
  y: number,
  children: ReadonlyMap<GraphNode, readonly GraphNode[]>,
  nodes: Map<string, PlacedNode>,
  sizes: ReadonlyMap<string, Sized>,
  branches: Branch[],
): void {
  const size = sizes.get(node.key)!;
  const height = heightOf(node, children, sizes);
  const box = { x, y: y + (height - GAP - size.h) / 2, w: size.w, h: size.h };
  place(nodes, node, box);
  let childTop = y;
  for (const child of children.get(node) ?? []) {
    grow(child, x + size.w + DEEPER, childTop, children, nodes, sizes, branches);
    childTop += heightOf(child, children, sizes);
    const to = nodes.get(child.key)!.body;
    const ends = [
      { x: box.x + box.w, y: box.y + box.h / 2 },
      { x: to.x, y: to.y + to.h / 2 },
    ];
    branches.push({ from: node.key, to: child.key, curve: flowCurve(ends, 'right') });
  }
}
