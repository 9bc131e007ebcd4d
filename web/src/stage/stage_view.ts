// The stage: a canvas that draws one moment of a run. It owns layout, camera and hit testing; it knows
// no panels.
//
// Coordinate spaces: world (the layout's pixels), screen (CSS pixels of the canvas), device (screen ×
// devicePixelRatio).

import type { Checkpoints } from '../model/checkpoints.ts';
import type { Box, Point } from '../model/geometry.ts';
import { layoutFor, type Layout, type PlacedNode } from '../model/layout.ts';
import { isShelf } from '../model/graph.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { Subject } from '../model/find_step.ts';
import { roundRect, type Ctx } from './brush.ts';
import { compose, fitTransform, NO_INSETS, toWorld, type Insets, type Transform } from './camera.ts';
import type { Gestures } from './gestures.ts';
import { drawChannel, drawChannels } from './draw_channel.ts';
import { drawEdges } from './draw_edges.ts';
import { drawGoroutine, drawGroup } from './draw_goroutine.ts';
import { drawEffects, drawLines } from './draw_effects.ts';
import { drawSelect } from './draw_select.ts';
import { drawBranches, drawRelations, drawSync } from './draw_sync.ts';
import { drawTokens } from './draw_tokens.ts';
import { drawWorld } from './draw_world.ts';
import type { Moment } from './moment.ts';
import { MomentMaker } from './moment_maker.ts';
import { readPalette, type Palette } from './palette.ts';

export interface Frame {
  readonly step: number;
  readonly t: number;
  readonly timeNs: number;
  readonly reducedMotion: boolean;
  readonly selected?: Subject | undefined;
}

/** What a visitor has made of a stage: zoomed, moved, opened. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly user: Transform;
  readonly insets: Insets;
  readonly expanded: readonly string[];
}

/** How faint things are that the value one follows never came near. */
const ASIDE = 0.22;
/** A token is hit within this distance of its middle, in world pixels. */
const TOKEN_REACH = 14;

function isAside(moment: Moment, placed: PlacedNode): boolean {
  const { journey } = moment;
  if (journey === undefined) return false;
  const goroutine =
    placed.node.kind === 'goroutine' || placed.node.kind === 'group' || placed.node.kind === 'world';
  const stations = goroutine ? journey.goroutines : journey.objects;
  return !placed.node.members.some((id) => stations.has(id));
}

export class StageView {
  private readonly ctx: Ctx;
  private palette: Palette;
  private width = 0;
  private height = 0;
  private ratio = 1;
  private run: RunIndex | undefined;
  private states: Checkpoints | undefined;
  private layout: Layout | undefined;
  private laidOutFor = '';
  private maker: MomentMaker | undefined;
  private camera: Transform = { k: 1, x: 0, y: 0 };
  private user: Transform = { k: 1, x: 0, y: 0 };
  private insets = NO_INSETS;
  private gestures: Promise<Gestures> | undefined;
  private readonly expanded = new Set<string>();
  private frame: Frame = { step: -1, t: 1, timeNs: 0, reducedMotion: false };
  /** Key of the node that the keyboard points at. */
  pointed: string | undefined;
  /** Called when the picture has to be drawn again for a reason of its own (zoom, expand). */
  onChange: () => void = () => {};

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext('2d')!;
    this.palette = readPalette(canvas);
    for (const sign of ['pointerenter', 'pointerdown', 'touchstart', 'wheel'])
      canvas.addEventListener(sign, () => this.listen(), { once: true, passive: true });
  }

  /** Gestures will be made on this picture: the very first one should be understood. */
  listen(): void {
    this.move(() => {});
  }

  /** Zooms and moves; what that takes is fetched when a visitor comes to the picture, and not before. */
  private move(how: (gestures: Gestures) => void): void {
    this.gestures ??= import('./gestures.ts').then(({ gesturesOn }) =>
      gesturesOn(this.canvas, (user) => {
        this.user = user;
        this.onChange();
      }),
    );
    this.gestures.then(how, () => (this.gestures = undefined));
  }

  setRun(run: RunIndex | undefined, states: Checkpoints | undefined): void {
    this.run = run;
    this.states = states;
    this.laidOutFor = '';
  }

  /** Colours have changed. */
  restyle(): void {
    this.palette = readPalette(this.canvas);
  }

  resize(width: number, height: number, ratio: number): void {
    if (width === this.width && height === this.height && ratio === this.ratio) return;
    this.width = width;
    this.height = height;
    this.ratio = ratio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.laidOutFor = '';
  }

  /** Something lies along the edges: the picture makes room for it. */
  setInsets(insets: Insets): void {
    this.insets = insets;
    if (this.layout !== undefined)
      this.camera = fitTransform(this.layout.bounds, this.width, this.height, insets);
  }

  /** How large the whole picture would be with these strips left free. */
  scaleWith(insets: Insets): number {
    return this.layout === undefined
      ? 1
      : fitTransform(this.layout.bounds, this.width, this.height, insets).k;
  }

  /** What there is to see, for another view of the same run. */
  get seen(): Seen {
    const { width, height, user, insets } = this;
    return { width, height, user, insets, expanded: [...this.expanded] };
  }

  /** Shows what another view shows. */
  look(seen: Seen, ratio: number): void {
    this.resize(seen.width, seen.height, ratio);
    this.user = seen.user;
    this.insets = seen.insets;
    for (const key of seen.expanded) this.expanded.add(key);
  }

  /** True when one of the things on the stage is below a rectangle of the canvas, in CSS pixels. */
  isBelow(rect: Box): boolean {
    const { k, x, y } = compose(this.user, this.camera);
    for (const { body } of this.layout?.nodes.values() ?? []) {
      const left = body.x * k + x;
      const top = body.y * k + y;
      const apart =
        left > rect.x + rect.w ||
        left + body.w * k < rect.x ||
        top > rect.y + rect.h ||
        top + body.h * k < rect.y;
      if (!apart) return true;
    }
    return false;
  }

  /** Back to the whole picture. */
  fit(): void {
    if (this.zoomed) this.move((gestures) => gestures.fit());
  }

  zoomBy(factor: number): void {
    this.move((gestures) => gestures.zoomBy(factor));
  }

  get zoomed(): boolean {
    return this.user.k !== 1 || this.user.x !== 0 || this.user.y !== 0;
  }

  draw(frame: Frame): void {
    this.frame = frame;
    const { ctx } = this;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (this.run === undefined || this.width === 0) return;
    this.arrange(this.run);
    const moment = this.moment();
    if (moment === undefined) return;
    const { k, x, y } = compose(this.user, this.camera);
    ctx.setTransform(k * this.ratio, 0, 0, k * this.ratio, x * this.ratio, y * this.ratio);
    ctx.textBaseline = 'alphabetic';
    drawBranches(ctx, this.palette, moment);
    drawRelations(ctx, this.palette, moment);
    drawEdges(ctx, this.palette, moment);
    drawLines(ctx, this.palette, moment);
    for (const placed of moment.layout.nodes.values()) {
      ctx.globalAlpha = isAside(moment, placed) ? ASIDE : 1;
      this.drawNode(placed, moment);
    }
    ctx.globalAlpha = 1;
    this.drawSelection(moment);
    drawSelect(ctx, this.palette, moment);
    drawTokens(ctx, this.palette, moment);
    drawEffects(ctx, this.palette, moment);
  }

  /** A ring around what has been picked. */
  private drawSelection(moment: Moment): void {
    const { selected } = this.frame;
    const pointed = this.pointed === undefined ? undefined : moment.layout.nodes.get(this.pointed);
    if (pointed !== undefined) {
      const { x, y, w, h } = pointed.body;
      roundRect(this.ctx, { x: x - 4, y: y - 4, w: w + 8, h: h + 8 }, 15);
      this.ctx.strokeStyle = this.palette.accent;
      this.ctx.lineWidth = 2.4;
      this.ctx.stroke();
    }
    if (selected === undefined || selected.kind === 'message') return;
    const { nodeOfGoroutine, nodeOfObject } = moment.layout.graph;
    const node = (selected.kind === 'goroutine' ? nodeOfGoroutine : nodeOfObject).get(selected.id);
    const placed = node === undefined ? undefined : moment.layout.nodes.get(node.key);
    if (placed === undefined) return;
    const { x, y, w, h } = placed.body;
    roundRect(this.ctx, { x: x - 6, y: y - 6, w: w + 12, h: h + 12 }, 18);
    this.ctx.strokeStyle = this.palette.accent;
    this.ctx.lineWidth = 1.6;
    this.ctx.setLineDash([1, 4]);
    this.ctx.lineCap = 'round';
    this.ctx.stroke();
    this.ctx.setLineDash([]);
  }

  /** What is being shown, for tests and for the description that screen readers get. */
  moment(): Moment | undefined {
    if (this.maker === undefined) return undefined;
    const { step, t, timeNs, reducedMotion, selected } = this.frame;
    this.maker.follow(selected?.kind === 'message' ? selected.id : 0);
    return this.maker.make(step, t, timeNs, reducedMotion);
  }

  private arrange(run: RunIndex): void {
    const key = `${run.topology} ${this.width}x${this.height} ${[...this.expanded].join()}`;
    if (key === this.laidOutFor || this.states === undefined) return;
    this.laidOutFor = key;
    this.layout = layoutFor(run, this.width, this.height, this.expanded);
    this.camera = fitTransform(this.layout.bounds, this.width, this.height, this.insets);
    this.maker = new MomentMaker(run, this.states, this.layout);
  }

  private drawNode(placed: PlacedNode, moment: Moment): void {
    switch (placed.node.kind) {
      case 'goroutine':
        return drawGoroutine(this.ctx, this.palette, placed, moment);
      case 'group':
        return drawGroup(this.ctx, this.palette, placed, moment);
      case 'channel':
        return drawChannel(this.ctx, this.palette, placed, moment);
      case 'channels':
        return drawChannels(this.ctx, this.palette, placed, moment);
      case 'world':
        return drawWorld(this.ctx, this.palette, placed, moment);
      default:
        return drawSync(this.ctx, this.palette, placed, moment);
    }
  }

  /** The thing at a point of the canvas, in CSS pixels. */
  hit(at: Point): PlacedNode | undefined {
    const world = toWorld(compose(this.user, this.camera), at);
    for (const placed of this.layout?.nodes.values() ?? []) {
      const { x, y, w, h } = placed.body;
      if (world.x >= x && world.x <= x + w && world.y >= y && world.y <= y + h) return placed;
    }
    return undefined;
  }

  /** The value whose token is at a point of the canvas; 0 for none. */
  hitToken(at: Point): number {
    const world = toWorld(compose(this.user, this.camera), at);
    for (const [msg, site] of this.moment()?.after ?? [])
      if (Math.hypot(site.at.x - world.x, site.at.y - world.y) <= TOKEN_REACH) return msg;
    return 0;
  }

  /** Where a point of the layout is on the canvas, in CSS pixels. */
  toScreen(at: Point): Point {
    const { k, x, y } = compose(this.user, this.camera);
    return { x: at.x * k + x, y: at.y * k + y };
  }

  /** Moves the picture by pixels. */
  panBy(dx: number, dy: number): void {
    this.move((gestures) => gestures.panBy(dx, dy));
  }

  /** The things on the stage in reading order, for those who go through them by keyboard. */
  get order(): PlacedNode[] {
    const nodes = [...(this.layout?.nodes.values() ?? [])];
    const down = this.layout?.flow === 'down';
    // The shelf comes last.
    const rank = ({ node, body }: PlacedNode): number =>
      (isShelf(node) ? 1e9 : 0) + (down || isShelf(node) ? body.y * 1e4 + body.x : body.x * 1e4 + body.y);
    return nodes.sort((p, q) => rank(p) - rank(q));
  }

  /** Shows a group member by member, or as one again. */
  toggleGroup(key: string): void {
    if (!this.expanded.delete(key)) this.expanded.add(key);
    this.onChange();
  }

  get hasExpanded(): boolean {
    return this.expanded.size > 0;
  }

  collapseAll(): void {
    this.expanded.clear();
    this.onChange();
  }
}
