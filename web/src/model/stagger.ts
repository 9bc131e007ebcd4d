// Channels between the same neighbours, as a fan-out has one for each job, share a layer. Where there are
// many, they stand in several layers one behind another, so that the picture is not one endless column.

import type { GraphEdge, GraphNode } from './graph.ts';

/** A column of so many is still easy to read. */
export const LONG_COLUMN = 5;

/** For each node that has edges who stands before and behind it, as a text: equal for the same ones. */
export function neighboursOf(edges: readonly GraphEdge[]): ReadonlyMap<string, string> {
  const neighbours = new Map<string, string[]>();
  for (const edge of edges) {
    for (const [key, other] of [
      [edge.from, `>${edge.to}`],
      [edge.to, `<${edge.from}`],
    ] as const) {
      const list = neighbours.get(key);
      if (list === undefined) neighbours.set(key, [other]);
      else list.push(other);
    }
  }
  return new Map([...neighbours].map(([key, list]) => [key, list.sort().join(' ')]));
}

/** Long columns of equal channels, each in the order of its members. */
export function longColumns(
  nodes: readonly GraphNode[],
  neighbours: ReadonlyMap<string, string>,
): GraphNode[][] {
  const classes = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const beside = neighbours.get(node.key);
    if (node.kind !== 'channel' || beside === undefined) continue;
    const key = `${node.label}|${beside}`;
    const list = classes.get(key);
    if (list === undefined) classes.set(key, [node]);
    else list.push(node);
  }
  return [...classes.values()].filter((list) => list.length > LONG_COLUMN);
}

/** How many layers an edge spans at least when long columns are divided into `layers`. */
export function spans(
  columns: readonly (readonly GraphNode[])[],
  layers: number,
): (edge: Pick<GraphEdge, 'from' | 'to'>) => number {
  const layer = new Map<string, number>();
  for (const column of columns) column.forEach((node, k) => layer.set(node.key, k % layers));
  return ({ from, to }) => {
    const behind = layer.get(from);
    return 1 + (layer.get(to) ?? 0) + (behind === undefined ? 0 : layers - 1 - behind);
  };
}
