// The timeline: a lane per goroutine over virtual time or over steps, with the playhead and the wake-up
// of the current step. It draws the lanes once into a picture of their own and copies it for every
// frame: what is still to come is drawn pale.

import { scaleLinear } from 'd3-scale';
import { EventKind as K } from '../generated/events.ts';
import type { RunIndex } from '../model/run_index.ts';
import { label, type Ctx } from '../stage/brush.ts';
import { readPalette, type Palette } from '../stage/palette.ts';
import { drawLane } from './draw_lanes.ts';
import { laneRows, type LaneRow } from './lane_rows.ts';
import { axisOf, unitOfX, xOfUnit, type Axis, type AxisKind, type UnitWindow } from './scale.ts';

const AXIS = 20;
const RIGHT = 20;
const MOST_LANE = 26;
const LEAST_LANE = 14;

export class TimelineView {
  private readonly ctx: Ctx;
  private readonly lanes = document.createElement('canvas');
  private palette: Palette;
  private width = 0;
  private height = 0;
  private ratio = 1;
  private run: RunIndex | undefined;
  private rows: LaneRow[] = [];
  private readonly rowOfGoroutine = new Map<number, number>();
  private drawnFor = '';
  private span: { from: number; to: number } | undefined;
  private axis: Axis | undefined;
  private wish: AxisKind = 'time';
  private scroll = 0;
  /** Called when zoom or scrolling changed the picture. */
  onChange: () => void = () => {};

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext('2d')!;
    this.palette = readPalette(canvas);
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
  }

  setRun(run: RunIndex | undefined): void {
    this.run = run;
    this.span = undefined;
    this.scroll = 0;
    this.refresh();
  }

  /** The trace has grown. */
  refresh(): void {
    this.rows = this.run === undefined ? [] : laneRows(this.run);
    this.axis =
      this.run === undefined
        ? undefined
        : axisOf(this.run, this.run.store.endTime === 0 ? 'steps' : this.wish);
    this.rowOfGoroutine.clear();
    this.rows.forEach((row, k) => this.rowOfGoroutine.set(row.goroutine, k));
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

  get axisKind(): AxisKind {
    return this.axis?.kind ?? this.wish;
  }

  /** Measures in virtual time or in steps; a run that takes no time is always shown in steps. */
  setAxis(kind: AxisKind): void {
    this.wish = kind;
    this.span = undefined;
    this.refresh();
    this.onChange();
  }

  private get end(): number {
    return this.axis?.end ?? 1;
  }

  private get window(): UnitWindow {
    const { from, to } = this.span ?? { from: 0, to: this.end };
    return { from, to, left: this.gutter, right: this.width - RIGHT };
  }

  private get laneHeight(): number {
    const room = this.height - AXIS - 6;
    return Math.max(LEAST_LANE, Math.min(MOST_LANE, room / Math.max(1, this.rows.length)));
  }

  /** Height at which every lane is shown, for the panel around it. */
  static wantedHeight(lanes: number): number {
    return Math.max(2, lanes) * 24 + AXIS + 8;
  }

  /** @param t how far the step's motion has got */
  draw(timeNs: number, step: number, t: number): void {
    const { ctx, ratio } = this;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (this.run === undefined || this.run.store.length === 0) return;
    this.drawLanes(this.run);
    const head = xOfUnit(this.window, this.headUnit(timeNs, step, t));
    const cut = Math.round(Math.max(this.gutter, Math.min(head, this.width - RIGHT)) * ratio);
    const { width, height } = this.canvas;
    if (cut > 0) ctx.drawImage(this.lanes, 0, 0, cut, height, 0, 0, cut, height);
    ctx.globalAlpha = 0.22;
    if (cut < width) ctx.drawImage(this.lanes, cut, 0, width - cut, height, cut, 0, width - cut, height);
    ctx.globalAlpha = 1;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.drawAxis();
    this.drawWake(this.run, step);
    if (head >= this.gutter - 1 && head <= this.width - RIGHT + 1) this.drawHead(head);
  }

  private headUnit(timeNs: number, step: number, t: number): number {
    return this.axisKind === 'time' ? timeNs : Math.max(0, step + t);
  }

  private drawLanes(run: RunIndex): void {
    const w = this.window;
    const size = `${this.width}x${this.height}@${this.ratio}`;
    const key = `${this.axisKind} ${run.store.length} ${w.from} ${w.to} ${size} ${this.scroll}`;
    if (key === this.drawnFor) return;
    this.drawnFor = key;
    this.lanes.width = this.canvas.width;
    this.lanes.height = this.canvas.height;
    const ctx = this.lanes.getContext('2d')!;
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const first = Math.floor(this.scroll / this.laneHeight);
    const last = Math.min(this.rows.length, Math.ceil((this.scroll + this.height - AXIS) / this.laneHeight));
    for (let k = first; k < last; k++) {
      const row = this.rows[k]!;
      const lane = run.lanes.lane(row.goroutine);
      const place = { y: this.rowTop(k), height: this.laneHeight };
      if (place.y + place.height > this.height - AXIS) break;
      if (lane !== undefined && this.axis !== undefined)
        drawLane(ctx, this.palette, this.axis, lane, w, place);
      label(
        ctx,
        row.name,
        { x: 4, y: place.y + place.height / 2 + 4 },
        `12px ${this.palette.sans}`,
        this.palette.ink,
        'left',
        this.gutter - 12,
      );
    }
  }

  private rowTop(k: number): number {
    return 4 + k * this.laneHeight - this.scroll;
  }

  private drawAxis(): void {
    const w = this.window;
    const scale = scaleLinear().domain([w.from, w.to]).range([w.left, w.right]);
    const font = `10.5px ${this.palette.sans}`;
    for (const tick of scale.ticks(Math.max(2, Math.floor((w.right - w.left) / 110)))) {
      const x = scale(tick);
      this.ctx.fillStyle = this.palette.line;
      this.ctx.fillRect(x, this.height - AXIS, 1, 4);
      const nearEdge = x > w.right - 16;
      const at = { x: nearEdge ? this.width - 3 : x, y: this.height - 4 };
      label(
        this.ctx,
        this.axis?.label(tick) ?? '',
        at,
        font,
        this.palette.muted,
        nearEdge ? 'right' : 'center',
      );
    }
  }

  private drawHead(x: number): void {
    const { ctx } = this;
    ctx.fillStyle = this.palette.ink;
    ctx.fillRect(Math.round(x) - 0.6, 0, 1.4, this.height - AXIS + 3);
    ctx.beginPath();
    ctx.arc(Math.round(x), 2, 3, 0, Math.PI * 2);
    ctx.fill();
  }

  /** Who was woken by the current step: a dashed line from lane to lane. */
  private drawWake(run: RunIndex, step: number): void {
    const { axis, ctx } = this;
    if (step < 0 || axis === undefined) return;
    for (let i = run.steps.firstEvent(step); i <= run.steps.lastEvent(step); i++) {
      const kind = run.store.kind(i);
      if (kind !== K.GoUnblock && kind !== K.GoCreate) continue;
      const from = this.rowOf(run.store.goroutine(i));
      const to = this.rowOf(run.store.a(i));
      const x = xOfUnit(this.window, axis.unitOfEvent(i));
      if (from === undefined || to === undefined || x < this.gutter || x > this.width - RIGHT) continue;
      const y0 = from + this.laneHeight / 2;
      const y1 = to + this.laneHeight / 2;
      ctx.strokeStyle = this.palette.states[1]!;
      ctx.fillStyle = ctx.strokeStyle;
      ctx.lineWidth = 1.6;
      ctx.setLineDash([3, 2]);
      ctx.beginPath();
      ctx.moveTo(x, y0);
      ctx.lineTo(x, y1);
      ctx.stroke();
      ctx.setLineDash([]);
      const down = y1 > y0 ? 1 : -1;
      ctx.beginPath();
      ctx.moveTo(x, y1);
      ctx.lineTo(x - 4, y1 - 7 * down);
      ctx.lineTo(x + 4, y1 - 7 * down);
      ctx.fill();
    }
  }

  private rowOf(g: number): number | undefined {
    const k = this.rowOfGoroutine.get(g);
    if (k === undefined) return undefined;
    const y = this.rowTop(k);
    return y < -this.laneHeight || y > this.height - AXIS ? undefined : y;
  }

  /** The event under a point; -1 before the first. */
  eventAt(x: number): number {
    return this.axis?.eventAt(Math.max(0, this.unitAt(x))) ?? -1;
  }

  /** The unit under a point. */
  unitAt(x: number): number {
    return unitOfX(this.window, Math.max(this.gutter, Math.min(x, this.width - RIGHT)));
  }

  /** Zooms around a point; factor > 1 shows less. */
  zoom(factor: number, x = this.width / 2): void {
    const { end } = this;
    const w = this.window;
    const at = unitOfX(w, x);
    const size = Math.min(end, Math.max(this.axis?.finest ?? 1, (w.to - w.from) / factor));
    if (size >= end) this.span = undefined;
    else {
      const from = Math.max(0, Math.min(end - size, at - ((at - w.from) / (w.to - w.from)) * size));
      this.span = { from, to: from + size };
    }
    this.onChange();
  }

  get zoomed(): boolean {
    return this.span !== undefined;
  }

  showAll(): void {
    this.span = undefined;
    this.onChange();
  }

  /** Keeps a moving playhead in the window. */
  follow(timeNs: number, step: number, t: number): void {
    if (this.span === undefined) return;
    const at = this.headUnit(timeNs, step, t);
    const { from, to } = this.span;
    if (at >= from && at <= to) return;
    const size = to - from;
    const start = Math.max(0, Math.min(this.end - size, at - size * 0.2));
    this.span = { from: start, to: start + size };
  }

  headX(timeNs: number, step: number, t: number): number {
    return xOfUnit(this.window, this.headUnit(timeNs, step, t));
  }

  private wheel(event: WheelEvent): void {
    const overflow = this.rows.length * this.laneHeight + 4 - (this.height - AXIS);
    if (event.ctrlKey || event.metaKey || overflow <= 0) {
      event.preventDefault();
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) this.pan(event.deltaX);
      else this.zoom(Math.exp(-event.deltaY * 0.002), event.offsetX);
      return;
    }
    event.preventDefault();
    this.scroll = Math.max(0, Math.min(overflow, this.scroll + event.deltaY));
    this.onChange();
  }

  private pan(pixels: number): void {
    if (this.span === undefined) return;
    const size = this.span.to - this.span.from;
    const shift = (pixels / (this.width - this.gutter - RIGHT)) * size;
    const from = Math.max(0, Math.min(this.end - size, this.span.from + shift));
    this.span = { from, to: from + size };
    this.onChange();
  }
}
