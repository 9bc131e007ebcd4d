// What the stage shows as one thing: single goroutines and channels, or groups of them where there are
// too many to tell apart; and the merged edges between those things.
//
// Invariants: every goroutine and every object belongs to exactly one node; nodes are in order of their
// first member.

import type { EdgeRole } from './edges.ts';
import type { ObjectInfo } from './entities.ts';
import type { Flow } from './geometry.ts';
import type { RunIndex } from './run_index.ts';

export type NodeKind = 'goroutine' | 'group' | 'channel' | 'channels' | 'sync' | 'syncs';

export interface GraphNode {
  readonly key: string;
  readonly kind: NodeKind;
  /** Goroutine or object numbers, ascending. */
  readonly members: number[];
  /** Name of one member, without number, for groups. */
  readonly label: string;
  /** True for cards that are drawn in one line because there are many beside them. */
  compact: boolean;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly role: EdgeRole;
  /** Number pairs (goroutine, object) that this edge stands for. */
  readonly pairs: (readonly [number, number])[];
}

export interface Graph {
  readonly nodes: GraphNode[];
  readonly edges: GraphEdge[];
  readonly nodeOfGoroutine: Map<number, GraphNode>;
  readonly nodeOfObject: Map<number, GraphNode>;
  /** Groups that are shown member by member because somebody asked for it. */
  readonly expanded: ReadonlySet<string>;
}

const COMPACT_FROM = 7;
/** So many goroutines of one kind stand side by side; more share a card. Narrow stages have less room. */
const SINGLE = { right: 6, down: 2 } as const;
const CROWD = 48;
const CROWD_SINGLE = 4;
const EXPAND_LIMIT = 64;
const OBJECT_GROUP_FROM = 9;

/** The kinds of objects that deserve a card of their own; timers and internals would only be noise. */
function isShown(info: ObjectInfo): boolean {
  return info.kind !== 'timer' && info.kind !== 'other' && info.kind !== 'pool';
}

export function buildGraph(run: RunIndex, flow: Flow, expanded: ReadonlySet<string>): Graph {
  const graph: Graph = {
    nodes: [],
    edges: [],
    nodeOfGoroutine: new Map(),
    nodeOfObject: new Map(),
    expanded,
  };
  addGoroutines(run, graph, flow);
  addObjects(run, graph);
  addEdges(run, graph);
  return graph;
}

function addGoroutines(run: RunIndex, graph: Graph, flow: Flow): void {
  const groups = new Map<string, number[]>();
  for (const info of run.entities.goroutines.values()) {
    const key = `G:${info.fn}@${info.pos >>> 12}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [info.id]);
    else list.push(info.id);
  }
  const limit = Math.min(SINGLE[flow], run.entities.goroutines.size > CROWD ? CROWD_SINGLE : Infinity);
  for (const [key, members] of groups) {
    const fn = run.entities.goroutines.get(members[0]!)!.fn;
    const open = graph.expanded.has(key) && members.length <= EXPAND_LIMIT;
    if (members.length > limit && !open) {
      const node: GraphNode = { key, kind: 'group', members, label: fn, compact: false };
      graph.nodes.push(node);
      for (const g of members) graph.nodeOfGoroutine.set(g, node);
      continue;
    }
    for (const g of members) {
      const compact = members.length >= COMPACT_FROM;
      const node: GraphNode = { key: `g${g}`, kind: 'goroutine', members: [g], label: fn, compact };
      graph.nodes.push(node);
      graph.nodeOfGoroutine.set(g, node);
    }
  }
}

function addObjects(run: RunIndex, graph: Graph): void {
  const groups = new Map<string, ObjectInfo[]>();
  for (const info of run.entities.objects.values()) {
    if (!isShown(info)) continue;
    const key = `O:${info.kind}:${info.name}@${info.pos >>> 12}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [info]);
    else list.push(info);
  }
  for (const [key, infos] of groups) {
    const channel = infos[0]!.kind === 'channel';
    if (infos.length >= OBJECT_GROUP_FROM) {
      const node: GraphNode = {
        key,
        kind: channel ? 'channels' : 'syncs',
        members: infos.map((o) => o.id),
        label: infos[0]!.name,
        compact: false,
      };
      graph.nodes.push(node);
      for (const info of infos) graph.nodeOfObject.set(info.id, node);
      continue;
    }
    for (const info of infos) {
      const kind = channel ? 'channel' : 'sync';
      const node: GraphNode = {
        key: `o${info.id}`,
        kind,
        members: [info.id],
        label: info.name,
        compact: false,
      };
      graph.nodes.push(node);
      graph.nodeOfObject.set(info.id, node);
    }
  }
}

function addEdges(run: RunIndex, graph: Graph): void {
  const byKey = new Map<string, GraphEdge>();
  for (const edge of run.edges.all) {
    const g = graph.nodeOfGoroutine.get(edge.goroutine);
    const o = graph.nodeOfObject.get(edge.object);
    if (g === undefined || o === undefined) continue;
    const [from, to] = edge.role === 'receive' ? [o, g] : [g, o];
    const sends = run.edges.find(edge.goroutine, edge.object, 'send') !== undefined;
    if (edge.role === 'close' && sends) continue;
    const key = `${from.key} ${to.key} ${edge.role}`;
    let merged = byKey.get(key);
    if (merged === undefined) {
      merged = { from: from.key, to: to.key, role: edge.role, pairs: [] };
      byKey.set(key, merged);
      graph.edges.push(merged);
    }
    merged.pairs.push([edge.goroutine, edge.object]);
  }
}
