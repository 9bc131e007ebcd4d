// What the stage shows as one thing: single goroutines and channels, or groups of them where there are
// too many to tell apart; and the merged edges between those things.
//
// Invariants: every goroutine and every object belongs to exactly one node; nodes are in order of their
// first member.

import type { EdgeRole } from './edges.ts';
import type { ObjectInfo } from './entities.ts';
import type { Flow } from './geometry.ts';
import type { RunIndex } from './run_index.ts';

export type NodeKind = 'goroutine' | 'group' | 'channel' | 'channels' | 'sync' | 'syncs' | 'world';

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
/** So many members of a group are shown one by one when it is opened; the rest can be opened again. */
const OPENED = 24;
const OBJECT_GROUP_FROM = 9;
/** Timers say little one by one. */
const TIMER_GROUP_FROM = 3;

/** Key of the node for everything outside the program. */
export const WORLD = 'world';

/**
 * The kinds of objects that deserve a card of their own. The channel that a context closes is part of the
 * context, a timer with a channel is part of the channel; a timer that the library made for itself is
 * nobody's.
 */
function isShown(run: RunIndex, info: ObjectInfo): boolean {
  const { contextOf, insideOf } = run.entities;
  if (info.kind === 'channel')
    return !contextOf.has(info.id) && !insideOf.has(info.id) && !run.isLibraryChannel(info.id);
  return info.kind !== 'timer' && info.kind !== 'other';
}

/** Objects that stand on the shelf below the layers rather than in the flow of values. */
export function isShelf(node: GraphNode): boolean {
  return node.kind === 'sync' || node.kind === 'syncs';
}

export function buildGraph(run: RunIndex, flow: Flow, expanded: ReadonlySet<string>): Graph {
  const graph: Graph = {
    nodes: [],
    edges: [],
    nodeOfGoroutine: new Map(),
    nodeOfObject: new Map(),
    expanded,
  };
  if (run.outside.size > 0) addWorld(graph);
  addGoroutines(run, graph, flow);
  addObjects(run, graph);
  addEdges(run, graph);
  return graph;
}

function addWorld(graph: Graph): void {
  const node: GraphNode = { key: WORLD, kind: 'world', members: [0], label: 'outside', compact: false };
  graph.nodes.push(node);
  graph.nodeOfGoroutine.set(0, node);
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
    let rest = members.length > limit ? 0 : members.length;
    if (rest > 0) addSingles(graph, members, fn, members.length);
    while (rest < members.length && graph.expanded.has(groupKey(key, rest))) {
      openPart(graph, groupKey(key, rest), members.slice(rest, rest + OPENED), fn, members.length);
      rest += OPENED;
    }
    if (rest >= members.length) continue;
    const node: GraphNode = {
      key: groupKey(key, rest),
      kind: 'group',
      members: members.slice(rest),
      label: fn,
      compact: false,
    };
    graph.nodes.push(node);
    for (const g of node.members) graph.nodeOfGoroutine.set(g, node);
  }
}

/** The first of a large crowd by name in one card; opened once more, or few to begin with, each by itself. */
function openPart(graph: Graph, key: string, members: number[], fn: string, among: number): void {
  const named = `${key} named`;
  if (among <= OPENED || graph.expanded.has(named)) {
    addSingles(graph, members, fn, among);
    return;
  }
  const node: GraphNode = { key: named, kind: 'group', members, label: fn, compact: false };
  graph.nodes.push(node);
  for (const g of members) graph.nodeOfGoroutine.set(g, node);
}

/** A group that has been opened in part is another group from then on. */
function groupKey(key: string, from: number): string {
  return from === 0 ? key : `${key}+${from}`;
}

function addSingles(graph: Graph, members: readonly number[], fn: string, among: number): void {
  const compact = among >= COMPACT_FROM;
  for (const g of members) {
    const node: GraphNode = { key: `g${g}`, kind: 'goroutine', members: [g], label: fn, compact };
    graph.nodes.push(node);
    graph.nodeOfGoroutine.set(g, node);
  }
}

function addObjects(run: RunIndex, graph: Graph): void {
  const groups = new Map<string, ObjectInfo[]>();
  for (const info of run.entities.objects.values()) {
    if (!isShown(run, info)) continue;
    const key = `O:${info.kind}:${info.name}@${info.pos >>> 12}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [info]);
    else list.push(info);
  }
  for (const [key, infos] of groups) {
    const channel = infos[0]!.kind === 'channel';
    const timers = run.entities.timerOf.has(infos[0]!.id);
    if (infos.length >= (timers ? TIMER_GROUP_FROM : OBJECT_GROUP_FROM)) {
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
  for (const owners of [run.entities.contextOf, run.entities.insideOf]) {
    for (const [channel, owner] of owners) {
      const node = graph.nodeOfObject.get(owner);
      if (node !== undefined) graph.nodeOfObject.set(channel, node);
    }
  }
  const byKey = new Map<string, GraphEdge>();
  for (const edge of run.edges.all) {
    const g = graph.nodeOfGoroutine.get(edge.goroutine);
    const o = graph.nodeOfObject.get(edge.object);
    if (g === undefined || o === undefined || isShelf(o)) continue;
    if (edge.goroutine === 0 && run.entities.timerOf.has(edge.object)) continue;
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
  for (const [g, directions] of run.outside) addWorldEdges(graph, byKey, g, directions);
}

/** Requests that go out of the program and those that come in. */
function addWorldEdges(graph: Graph, byKey: Map<string, GraphEdge>, g: number, directions: number): void {
  const node = graph.nodeOfGoroutine.get(g);
  if (g === 0 || node === undefined) return;
  for (const [bit, from, to] of [
    [1, WORLD, node.key],
    [2, node.key, WORLD],
  ] as const) {
    const key = `${from} ${to} world`;
    if ((directions & bit) === 0 || byKey.has(key)) continue;
    const edge: GraphEdge = { from, to, role: 'send', pairs: [] };
    byKey.set(key, edge);
    graph.edges.push(edge);
  }
}
