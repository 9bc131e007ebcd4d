// The timeline: a lane per goroutine, or per processor, over virtual time or over steps, with the
// playhead, arrows from cause to effect, and the stretch that is looped. It draws the lanes once into a
// picture of their own and copies it for every frame: what is still to come is drawn pale.

import { ProcessorLanes } from '../model/processor_lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import { label, type Ctx } from '../stage/brush.ts';
import { readPalette, type Palette } from '../stage/palette.ts';
import { wheelIsOurs } from '../stage/wheel.ts';
import { drawArrows, drawStepArrows, type ArrowSpace } from './draw_arrows.ts';
import { drawAxis } from './draw_axis.ts';
import { drawLane } from './draw_lanes.ts';
import { drawProcessorLane } from './draw_processors.ts';
import { laneRows, type LaneKind, type LaneRow } from './lane_rows.ts';
import { axisOf, unitOfX, xOfUnit, type Axis, type AxisKind, type UnitWindow } from './scale.ts';
import { Span } from './span.ts';

const AXIS = 20;
const RIGHT = 20;
/** Room for the panel's row of buttons. */
const TOOLS = 34;
const MOST_LANE = 26;
const LEAST_LANE = 14;
const FUTURE = 0.22;

/** The lane of the outside world, above the others, while something comes from there. */
const OUTSIDE = 24;

/** A round step (1, 2 or 5 times a power of ten) of which about `count` make up `whole`. */
export function grainOf(whole: number, count: number): number {
  const raw = Math.max(1, whole / count);
  const unit = 10 ** Math.floor(Math.log10(raw));
  return Math.round((raw / unit < 1.5 ? 1 : raw / unit < 3.5 ? 2 : raw / unit < 7.5 ? 5 : 10) * unit);
}

/** A stretch of the run, in units of the axis. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export class TimelineView {
  private readonly ctx: Ctx;
  private readonly lanes = document.createElement('canvas');
  private palette: Palette;
  private width = 0;
  private height = 0;
  private ratio = 1;
  private run: RunIndex | undefined;
  private processors: ProcessorLanes | undefined;
  private rows: LaneRow[] = [];
  private readonly rowOfGoroutine = new Map<number, number>();
  private drawnFor = '';
  private readonly span = new Span();
  private axis: Axis | undefined;
  private wish: AxisKind = 'time';
  private laneKind_: LaneKind = 'goroutine';
  private scroll = 0;
  private inputs: readonly number[] = [];
  /** What the pointer is marking, or what is looped. */
  brushed: Stretch | undefined;
  /** Called when zoom or scrolling changed the picture. */
  onChange: () => void = () => {};

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext('2d')!;
    this.palette = readPalette(canvas);
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
  }

  setRun(run: RunIndex | undefined): void {
    this.run = run;
    this.processors = run === undefined ? undefined : new ProcessorLanes(run.store);
    this.span.reset();
    this.brushed = undefined;
    this.scroll = 0;
    this.refresh();
  }

  /** The trace has grown. */
  refresh(): void {
    const { run } = this;
    if (this.laneKind_ === 'processor') this.processors?.extend();
    this.rows = run === undefined ? [] : laneRows(run, this.laneKind_, this.processors?.lanes.length ?? 0);
    const timeless = Math.max(run?.store.endTime ?? 0, this.clockEnd_) === 0;
    this.axis = run === undefined ? undefined : axisOf(run, timeless ? 'steps' : this.wish, this.clockEnd_);
    this.rowOfGoroutine.clear();
    this.rows.forEach((row, k) => {
      if (row.kind === 'goroutine') this.rowOfGoroutine.set(row.id, k);
    });
    this.drawnFor = '';
  }

  restyle(): void {
    this.palette = readPalette(this.canvas);
    this.drawnFor = '';
  }

  resize(width: number, height: number, ratio: number): void {
    this.width = width;
    this.height = height;
    this.ratio = ratio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.drawnFor = '';
  }

  private get gutter(): number {
    return this.width < 480 ? 76 : 112;
  }

  /** Pixels left and right of the lanes, for charts that stand below them. */
  get margins(): { readonly left: number; readonly right: number } {
    return { left: this.gutter, right: RIGHT };
  }

  private clockEnd_ = 0;
  /** Where an axis of time ends at the earliest: two runs on one clock have one scale. */
  set clockEnd(timeNs: number) {
    if (timeNs === this.clockEnd_) return;
    this.clockEnd_ = timeNs;
    this.span.reset();
    this.refresh();
  }

  get axisKind(): AxisKind {
    return this.axis?.kind ?? this.wish;
  }

  /** Measures in virtual time or in steps; a run that takes no time is always shown in steps. */
  setAxis(kind: AxisKind): void {
    this.wish = kind;
    this.span.reset();
    this.brushed = undefined;
    this.refresh();
    this.onChange();
  }

  get laneKind(): LaneKind {
    return this.laneKind_;
  }

  /** A lane per goroutine or per processor. */
  setLaneKind(kind: LaneKind): void {
    this.laneKind_ = kind;
    this.scroll = 0;
    this.refresh();
    this.onChange();
  }

  private get end(): number {
    return this.axis?.end ?? 1;
  }

  private get window(): UnitWindow {
    return { ...this.span.of(this.end), left: this.gutter, right: this.width - RIGHT };
  }

  /** What is shown, in units of the axis. */
  get shown(): Stretch {
    return this.span.of(this.end);
  }

  /** Times at which something comes from outside. */
  setInputs(times: readonly number[]): void {
    if (times.length > 0 !== this.inputs.length > 0) this.drawnFor = '';
    this.inputs = times;
  }

  private get top(): number {
    return this.inputs.length > 0 ? OUTSIDE : 0;
  }

  /** Pixels at which the lanes begin and end. */
  get laneEdges(): { readonly left: number; readonly right: number } {
    return { left: this.gutter, right: this.width - RIGHT };
  }

  /** How much time the window shows, in nanoseconds. */
  get timeShown(): number {
    const { from, to } = this.shown;
    return this.axisKind === 'time' ? to - from : (this.run?.store.endTime ?? 0);
  }

  /** Where a moment is, also outside of the window. */
  xOfTime(timeNs: number): number {
    const { run, axis } = this;
    if (run === undefined || axis === undefined) return this.gutter;
    if (axis.kind === 'time') return xOfUnit(this.window, timeNs);
    const beyond = timeNs > run.store.endTime;
    return xOfUnit(this.window, beyond ? axis.end + 1 : axis.unitOfEvent(run.store.indexAtTime(timeNs)));
  }

  /** The moment at a point, also beyond the end of the run. */
  timeAt(x: number): number {
    const unit = unitOfX(this.window, x);
    if (this.axisKind === 'time') return unit;
    const event = this.axis?.eventAt(unit) ?? -1;
    return event < 0 ? 0 : (this.run?.store.time(event) ?? 0);
  }

  private get laneHeight(): number {
    const room = this.height - AXIS - 6 - this.top;
    return Math.max(LEAST_LANE, Math.min(MOST_LANE, room / Math.max(1, this.rows.length)));
  }

  /** Height at which every lane is shown, for the panel around it. */
  static wantedHeight(lanes: number): number {
    return Math.max(2, lanes) * 24 + AXIS + TOOLS;
  }

  /** @param t how far the step's motion has got */
  draw(timeNs: number, step: number, t: number): void {
    const { ctx, ratio } = this;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (this.run === undefined || this.axis === undefined || this.run.store.length === 0) return;
    this.drawLanes(this.run);
    const head = xOfUnit(this.window, this.headUnit(timeNs, step, t));
    const cut = Math.round(Math.max(this.gutter, Math.min(head, this.width - RIGHT)) * ratio);
    const { width, height } = this.canvas;
    if (cut > 0) ctx.drawImage(this.lanes, 0, 0, cut, height, 0, 0, cut, height);
    ctx.globalAlpha = FUTURE;
    if (cut < width) ctx.drawImage(this.lanes, cut, 0, width - cut, height, cut, 0, width - cut, height);
    ctx.globalAlpha = 1;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.top > 0) this.drawInputLines();
    this.drawBrush();
    drawAxis(ctx, this.palette, this.axis, this.window, this.height - AXIS, this.width);
    if (step >= 0 && this.laneKind_ === 'goroutine')
      drawStepArrows(ctx, this.palette, this.run, step, this.arrowSpace(this.axis));
    if (head >= this.gutter - 1 && head <= this.width - RIGHT + 1) this.drawHead(head);
    this.drawScrollBar();
  }

  private headUnit(timeNs: number, step: number, t: number): number {
    return this.axisKind === 'time' ? timeNs : Math.max(0, step + t);
  }

  private drawLanes(run: RunIndex): void {
    const w = this.window;
    const size = `${this.width}x${this.height}@${this.ratio}`;
    const kinds = `${this.laneKind_} ${this.axisKind}`;
    const key = `${kinds} ${run.store.length} ${w.from} ${w.to} ${size} ${this.scroll}`;
    if (key === this.drawnFor || this.axis === undefined) return;
    this.drawnFor = key;
    this.lanes.width = this.canvas.width;
    this.lanes.height = this.canvas.height;
    const ctx = this.lanes.getContext('2d')!;
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const first = Math.floor(this.scroll / this.laneHeight);
    const room = this.height - AXIS - this.top;
    const last = Math.min(this.rows.length, Math.ceil((this.scroll + room) / this.laneHeight));
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, this.top, this.width, this.height - AXIS - this.top);
    ctx.clip();
    for (let k = first; k < last; k++) {
      const place = { y: this.rowTop(k), height: this.laneHeight };
      if (place.y + place.height > this.height - AXIS) break;
      this.drawRow(ctx, run, this.axis, this.rows[k]!, w, place);
    }
    ctx.restore();
    if (this.top > 0) this.drawOutside(ctx);
    if (this.laneKind_ !== 'goroutine') return;
    const events = [this.axis.eventAt(w.from), this.axis.eventAt(w.to)] as const;
    drawArrows(ctx, this.palette, run, Math.max(0, events[0]), events[1], this.arrowSpace(this.axis));
  }

  /** The lane in which the markers of inputs stand; the panel lays them over it. */
  private drawOutside(ctx: Ctx): void {
    const at = { x: 4, y: OUTSIDE / 2 + 4 };
    label(ctx, 'outside', at, `12px ${this.palette.sans}`, this.palette.muted, 'left', this.gutter - 12);
    ctx.fillStyle = this.palette.line;
    ctx.fillRect(this.gutter, OUTSIDE / 2, this.width - RIGHT - this.gutter, 1);
  }

  /** From each marker down through the lanes. */
  private drawInputLines(): void {
    const { ctx } = this;
    const { left, right } = this.laneEdges;
    ctx.strokeStyle = this.palette.pipeEdge;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    for (const time of this.inputs) {
      const x = Math.round(this.xOfTime(time)) + 0.5;
      if (x < left - 1 || x > right + 1) continue;
      ctx.moveTo(x, this.top);
      ctx.lineTo(x, this.height - AXIS);
    }
    ctx.stroke();
    ctx.setLineDash([]);
  }

  private drawRow(
    ctx: Ctx,
    run: RunIndex,
    axis: Axis,
    row: LaneRow,
    w: UnitWindow,
    place: { readonly y: number; readonly height: number },
  ): void {
    if (row.kind === 'processor') {
      const lane = this.processors?.lanes[row.id];
      if (lane !== undefined) drawProcessorLane(ctx, this.palette, axis, run, lane, w, place);
    } else {
      const lane = run.lanes.lane(row.id);
      if (lane !== undefined) drawLane(ctx, this.palette, axis, lane, w, place);
    }
    const at = { x: 4, y: place.y + place.height / 2 + 4 };
    label(ctx, row.name, at, `12px ${this.palette.sans}`, this.palette.ink, 'left', this.gutter - 12);
  }

  private rowTop(k: number): number {
    return this.top + 4 + k * this.laneHeight - this.scroll;
  }

  private arrowSpace(axis: Axis): ArrowSpace {
    const w = this.window;
    return {
      x: (event) => {
        const x = xOfUnit(w, axis.unitOfEvent(event));
        return x < w.left - 1 || x > w.right + 1 ? undefined : x;
      },
      y: (g) => {
        const k = this.rowOfGoroutine.get(g);
        if (k === undefined) return undefined;
        const y = this.rowTop(k) + this.laneHeight / 2;
        return y < this.top || y > this.height - AXIS ? undefined : y;
      },
    };
  }

  private drawHead(x: number): void {
    const { ctx } = this;
    ctx.fillStyle = this.palette.ink;
    ctx.fillRect(Math.round(x) - 0.6, 0, 1.4, this.height - AXIS + 3);
    ctx.beginPath();
    ctx.arc(Math.round(x), 2, 3, 0, Math.PI * 2);
    ctx.fill();
  }

  private drawBrush(): void {
    if (this.brushed === undefined) return;
    const w = this.window;
    const x0 = Math.max(w.left, xOfUnit(w, this.brushed.from));
    const x1 = Math.min(w.right, xOfUnit(w, this.brushed.to));
    if (x1 <= x0) return;
    const { ctx } = this;
    const height = this.height - AXIS;
    ctx.fillStyle = this.palette.accent;
    ctx.globalAlpha = 0.1;
    ctx.fillRect(x0, 0, x1 - x0, height);
    ctx.globalAlpha = 1;
    ctx.fillRect(x0 - 0.75, 0, 1.5, height);
    ctx.fillRect(x1 - 0.75, 0, 1.5, height);
    ctx.fillRect(x0, height, x1 - x0, 2.5);
  }

  /** Many lanes: how far one has scrolled. */
  private drawScrollBar(): void {
    const overflow = this.overflow;
    if (overflow <= 0) return;
    const room = this.height - AXIS - this.top;
    const whole = overflow + room;
    const h = Math.max(14, (room / whole) * room);
    this.ctx.fillStyle = this.palette.line;
    this.ctx.beginPath();
    this.ctx.roundRect(this.width - 7, this.top + (this.scroll / overflow) * (room - h), 4, h, 2);
    this.ctx.fill();
  }

  private get overflow(): number {
    return this.rows.length * this.laneHeight + 4 - (this.height - AXIS - this.top);
  }

  /** The event under a point; -1 before the first. */
  eventAt(x: number): number {
    return this.axis?.eventAt(Math.max(0, this.unitAt(x))) ?? -1;
  }

  /** The unit under a point. */
  unitAt(x: number): number {
    return unitOfX(this.window, Math.max(this.gutter, Math.min(x, this.width - RIGHT)));
  }

  /** The last event at or before a unit. */
  eventOfUnit(unit: number): number {
    return this.axis?.eventAt(unit) ?? -1;
  }

  /** True in the strip of the axis, where dragging marks a stretch. */
  onAxis(y: number): boolean {
    return y > this.height - AXIS;
  }

  /** Zooms around a point; factor > 1 shows less. */
  zoom(factor: number, x = this.width / 2): void {
    this.span.zoom(factor, unitOfX(this.window, x), this.end, this.axis?.finest ?? 1);
    this.onChange();
  }

  /** Fills the width with what is brushed. */
  zoomToBrush(): void {
    if (this.brushed === undefined) return;
    this.span.fit(this.brushed.from, this.brushed.to, this.end, this.axis?.finest ?? 1);
    this.onChange();
  }

  get zoomed(): boolean {
    return this.span.zoomed;
  }

  showAll(): void {
    this.span.reset();
    this.onChange();
  }

  /** Keeps a moving playhead in the window. */
  follow(timeNs: number, step: number, t: number): void {
    this.span.follow(this.headUnit(timeNs, step, t), this.end);
  }

  headX(timeNs: number, step: number, t: number): number {
    return xOfUnit(this.window, this.headUnit(timeNs, step, t));
  }

  private wheel(event: WheelEvent): void {
    if (!wheelIsOurs(event)) return;
    event.preventDefault();
    const { overflow } = this;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
      const pixels = event.deltaX === 0 ? event.deltaY : event.deltaX;
      const { from, to } = this.span.of(this.end);
      this.span.pan((pixels / (this.width - this.gutter - RIGHT)) * (to - from), this.end);
    } else if (event.ctrlKey || event.metaKey || overflow <= 0)
      this.span.zoom(
        Math.exp(-event.deltaY * 0.002),
        unitOfX(this.window, event.offsetX),
        this.end,
        this.axis?.finest ?? 1,
      );
    else this.scroll = Math.max(0, Math.min(overflow, this.scroll + event.deltaY));
    this.onChange();
  }
}
