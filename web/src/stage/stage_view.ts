// The stage: a canvas that draws one moment of a run. It owns layout, camera and hit testing; it knows
// no panels.
//
// Coordinate spaces: world (the layout's pixels), screen (CSS pixels of the canvas), device (screen ×
// devicePixelRatio).

import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom';
import type { Checkpoints } from '../model/checkpoints.ts';
import type { Point } from '../model/geometry.ts';
import { layoutFor, type Layout, type PlacedNode } from '../model/layout.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { Subject } from '../model/find_step.ts';
import { roundRect, type Ctx } from './brush.ts';
import { compose, fitTransform, toWorld, type Transform } from './camera.ts';
import { drawChannel, drawChannels } from './draw_channel.ts';
import { drawEdges } from './draw_edges.ts';
import { drawGoroutine, drawGroup } from './draw_goroutine.ts';
import { drawSync } from './draw_sync.ts';
import { drawTokens } from './draw_tokens.ts';
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
  private readonly zoomer: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly expanded = new Set<string>();
  private frame: Frame = { step: -1, t: 1, timeNs: 0, reducedMotion: false };
  /** Called when the picture has to be drawn again for a reason of its own (zoom, expand). */
  onChange: () => void = () => {};

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext('2d')!;
    this.palette = readPalette(canvas);
    this.zoomer = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([0.25, 8])
      .filter((event: Event) => !(event instanceof TouchEvent && event.touches.length < 2) || this.user.k > 1)
      .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        this.user = event.transform;
        this.onChange();
      });
    select(canvas).call(this.zoomer).on('dblclick.zoom', null);
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

  /** Back to the whole picture. */
  fit(): void {
    select(this.canvas).call(this.zoomer.transform, zoomIdentity);
  }

  zoomBy(factor: number): void {
    select(this.canvas).call(this.zoomer.scaleBy, factor);
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
    drawEdges(ctx, this.palette, moment);
    for (const placed of moment.layout.nodes.values()) this.drawNode(placed, moment);
    this.drawSelection(moment);
    drawTokens(ctx, this.palette, moment);
  }

  /** A ring around what has been picked. */
  private drawSelection(moment: Moment): void {
    const { selected } = this.frame;
    if (selected === undefined) return;
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
    const { step, t, timeNs, reducedMotion } = this.frame;
    return this.maker.make(step, t, timeNs, reducedMotion);
  }

  private arrange(run: RunIndex): void {
    const key = `${run.topology} ${this.width}x${this.height} ${[...this.expanded].join()}`;
    if (key === this.laidOutFor || this.states === undefined) return;
    this.laidOutFor = key;
    this.layout = layoutFor(run, this.width, this.height, this.expanded);
    this.camera = fitTransform(this.layout.bounds, this.width, this.height);
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
