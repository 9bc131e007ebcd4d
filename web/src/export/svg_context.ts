// A canvas context that writes SVG instead of pixels: as much of the interface as a drawing of lines, shapes
// and texts uses. What it does not know it refuses by name, so that a picture is never silently wrong.
//
// Invariants: every drawing call becomes one element, in order; coordinates are written as they are drawn,
// with the transform as an attribute; save and restore keep everything that Canvas keeps, clips included.

interface State {
  matrix: readonly [number, number, number, number, number, number];
  fillStyle: string;
  strokeStyle: string;
  globalAlpha: number;
  lineWidth: number;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  miterLimit: number;
  lineDashOffset: number;
  dash: readonly number[];
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  /** The clip paths in force, innermost last. */
  clips: readonly string[];
}

const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};
const BASELINES: Readonly<Record<CanvasTextBaseline, string>> = {
  alphabetic: 'alphabetic',
  top: 'text-before-edge',
  hanging: 'hanging',
  middle: 'central',
  ideographic: 'ideographic',
  bottom: 'text-after-edge',
};

const START: State = {
  matrix: [1, 0, 0, 1, 0, 0],
  fillStyle: '#000',
  strokeStyle: '#000',
  globalAlpha: 1,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  dash: [],
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  clips: [],
};

/** Two decimals are finer than any screen. */
const num = (value: number): string => String(Math.round(value * 100) / 100);
const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    // Characters that no XML document may hold, whatever a program has put into a value.
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');

export class SvgContext {
  private state: State = { ...START };
  private readonly saved: State[] = [];
  private readonly elements: string[] = [];
  private readonly definitions: string[] = [];
  private path = '';
  private at: readonly [number, number] = [0, 0];

  constructor(
    private readonly width: number,
    private readonly height: number,
    /** A real context, to measure texts. */
    private readonly ruler: CanvasRenderingContext2D,
  ) {}

  /** The picture so far as a document. `background` is a colour; `title` describes it. */
  document(background: string, title: string): string {
    const definitions = this.definitions.length === 0 ? '' : `<defs>${this.definitions.join('')}</defs>`;
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" ` +
      `viewBox="0 0 ${this.width} ${this.height}" role="img">\n<title>${escaped(title)}</title>\n` +
      `${definitions}<rect width="100%" height="100%" fill="${escaped(background)}"/>\n` +
      `${this.elements.join('\n')}\n</svg>\n`
    );
  }

  // --- State -----------------------------------------------------------------------------------------------

  get fillStyle(): string {
    return this.state.fillStyle;
  }
  set fillStyle(value: string) {
    this.state.fillStyle = colour(value);
  }
  get strokeStyle(): string {
    return this.state.strokeStyle;
  }
  set strokeStyle(value: string) {
    this.state.strokeStyle = colour(value);
  }
  get globalAlpha(): number {
    return this.state.globalAlpha;
  }
  set globalAlpha(value: number) {
    if (value >= 0 && value <= 1) this.state.globalAlpha = value;
  }
  get lineWidth(): number {
    return this.state.lineWidth;
  }
  set lineWidth(value: number) {
    if (value > 0) this.state.lineWidth = value;
  }
  get lineCap(): CanvasLineCap {
    return this.state.lineCap;
  }
  set lineCap(value: CanvasLineCap) {
    this.state.lineCap = value;
  }
  get lineJoin(): CanvasLineJoin {
    return this.state.lineJoin;
  }
  set lineJoin(value: CanvasLineJoin) {
    this.state.lineJoin = value;
  }
  get miterLimit(): number {
    return this.state.miterLimit;
  }
  set miterLimit(value: number) {
    this.state.miterLimit = value;
  }
  get lineDashOffset(): number {
    return this.state.lineDashOffset;
  }
  set lineDashOffset(value: number) {
    this.state.lineDashOffset = value;
  }
  get font(): string {
    return this.state.font;
  }
  set font(value: string) {
    this.state.font = value;
  }
  get textAlign(): CanvasTextAlign {
    return this.state.textAlign;
  }
  set textAlign(value: CanvasTextAlign) {
    this.state.textAlign = value;
  }
  get textBaseline(): CanvasTextBaseline {
    return this.state.textBaseline;
  }
  set textBaseline(value: CanvasTextBaseline) {
    this.state.textBaseline = value;
  }
  setLineDash(dash: readonly number[]): void {
    this.state.dash = [...dash];
  }
  getLineDash(): number[] {
    return [...this.state.dash];
  }
  save(): void {
    this.saved.push({ ...this.state });
  }
  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  // --- Transforms ------------------------------------------------------------------------------------------

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.state.matrix = [a, b, c, d, e, f];
  }
  resetTransform(): void {
    this.setTransform(1, 0, 0, 1, 0, 0);
  }
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const [p, q, r, s, t, u] = this.state.matrix;
    this.state.matrix = [
      p * a + r * b,
      q * a + s * b,
      p * c + r * d,
      q * c + s * d,
      p * e + r * f + t,
      q * e + s * f + u,
    ];
  }
  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }
  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }
  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.transform(cos, sin, -sin, cos, 0, 0);
  }

  // --- Paths -----------------------------------------------------------------------------------------------

  private add(command: string, x: number, y: number): void {
    this.path += command;
    this.at = [x, y];
  }
  beginPath(): void {
    this.path = '';
  }
  moveTo(x: number, y: number): void {
    this.add(`M${num(x)} ${num(y)}`, x, y);
  }
  lineTo(x: number, y: number): void {
    this.add(`${this.path === '' ? 'M' : 'L'}${num(x)} ${num(y)}`, x, y);
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.add(`C${num(x1)} ${num(y1)} ${num(x2)} ${num(y2)} ${num(x)} ${num(y)}`, x, y);
  }
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.add(`Q${num(x1)} ${num(y1)} ${num(x)} ${num(y)}`, x, y);
  }
  closePath(): void {
    this.path += 'Z';
  }
  rect(x: number, y: number, w: number, h: number): void {
    this.add(`M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}Z`, x, y);
  }
  /** One radius, or one for each corner from the top left on, clockwise. */
  roundRect(x: number, y: number, w: number, h: number, radii: number | readonly number[] = 0): void {
    const most = Math.min(Math.abs(w), Math.abs(h)) / 2;
    const [a = 0, b = a, c = a, d = b] = (typeof radii === 'number' ? [radii] : radii).map((r) =>
      Math.min(r, most),
    );
    const arc = (r: number, dx: number, dy: number): string =>
      r === 0 ? '' : `a${num(r)} ${num(r)} 0 0 1 ${num(dx)} ${num(dy)}`;
    this.add(
      `M${num(x + a)} ${num(y)}H${num(x + w - b)}${arc(b, b, b)}V${num(y + h - c)}${arc(c, -c, c)}` +
        `H${num(x + d)}${arc(d, -d, -d)}V${num(y + a)}${arc(a, a, -a)}Z`,
      x,
      y,
    );
  }
  arc(x: number, y: number, radius: number, from: number, to: number, backwards = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, backwards);
  }
  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    rotation: number,
    from: number,
    to: number,
    backwards = false,
  ): void {
    const point = (angle: number): readonly [number, number] => {
      const [px, py] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
      return [x + px * cos - py * sin, y + px * sin + py * cos];
    };
    const turn = Math.PI * 2;
    let sweep = backwards ? from - to : to - from;
    sweep = sweep >= turn ? turn : ((sweep % turn) + turn) % turn;
    const sign = backwards ? -1 : 1;
    const start = point(from);
    this.lineTo(start[0], start[1]);
    // A whole turn ends where it begins: two halves, or there would be nothing to see.
    const pieces = sweep > Math.PI ? 2 : 1;
    for (let k = 1; k <= pieces; k++) {
      const [px, py] = point(from + (sign * sweep * k) / pieces);
      const flag = backwards ? 0 : 1;
      const degrees = num((rotation * 180) / Math.PI);
      this.add(`A${num(rx)} ${num(ry)} ${degrees} 0 ${flag} ${num(px)} ${num(py)}`, px, py);
    }
  }
  /** A corner rounded with a circle of the given radius. */
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    const [x0, y0] = this.at;
    const [ax, ay] = [x0 - x1, y0 - y1];
    const [bx, by] = [x2 - x1, y2 - y1];
    const [la, lb] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
    const cross = ax * by - ay * bx;
    if (la === 0 || lb === 0 || cross === 0) return this.lineTo(x1, y1);
    const angle = Math.acos((ax * bx + ay * by) / (la * lb));
    const away = radius / Math.tan(angle / 2);
    const [ex, ey] = [x1 + (bx / lb) * away, y1 + (by / lb) * away];
    this.lineTo(x1 + (ax / la) * away, y1 + (ay / la) * away);
    this.add(`A${num(radius)} ${num(radius)} 0 0 ${cross > 0 ? 0 : 1} ${num(ex)} ${num(ey)}`, ex, ey);
  }

  // --- Drawing ---------------------------------------------------------------------------------------------

  private emit(element: string, attributes: string, content = ''): void {
    const { matrix, globalAlpha, clips } = this.state;
    const identity = matrix.every((value, k) => value === START.matrix[k]);
    const transform = identity
      ? ''
      : ` transform="matrix(${matrix.map((v) => String(+v.toFixed(5))).join(' ')})"`;
    const opacity = globalAlpha === 1 ? '' : ` opacity="${num(globalAlpha)}"`;
    const body = content === '' ? '/>' : `>${content}</${element}>`;
    const drawn = `<${element}${attributes}${transform}${opacity}${body}`;
    this.elements.push(clips.reduceRight((inner, id) => `<g clip-path="url(#${id})">${inner}</g>`, drawn));
  }
  private strokeAttributes(): string {
    const { strokeStyle, lineWidth, lineCap, lineJoin, dash, lineDashOffset, miterLimit } = this.state;
    return (
      ` fill="none" stroke="${escaped(strokeStyle)}" stroke-width="${num(lineWidth)}"` +
      (lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`) +
      (lineJoin === 'miter' ? ` stroke-miterlimit="${num(miterLimit)}"` : ` stroke-linejoin="${lineJoin}"`) +
      (dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(num).join(' ')}"`) +
      (lineDashOffset === 0 ? '' : ` stroke-dashoffset="${num(lineDashOffset)}"`)
    );
  }
  fill(rule: CanvasFillRule = 'nonzero'): void {
    const evenOdd = rule === 'evenodd' ? ' fill-rule="evenodd"' : '';
    if (this.path !== '')
      this.emit('path', ` d="${this.path}" fill="${escaped(this.state.fillStyle)}"${evenOdd}`);
  }
  stroke(): void {
    if (this.path !== '') this.emit('path', ` d="${this.path}"${this.strokeAttributes()}`);
  }
  clip(): void {
    const id = `clip${this.definitions.length}`;
    const matrix = this.state.matrix.map((v) => String(+v.toFixed(5))).join(' ');
    this.definitions.push(
      `<clipPath id="${id}"><path d="${this.path}" transform="matrix(${matrix})"/></clipPath>`,
    );
    this.state.clips = [...this.state.clips, id];
  }
  fillRect(x: number, y: number, w: number, h: number): void {
    const fill = escaped(this.state.fillStyle);
    this.emit('path', ` d="M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}Z" fill="${fill}"`);
  }
  strokeRect(x: number, y: number, w: number, h: number): void {
    this.emit('path', ` d="M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}Z"${this.strokeAttributes()}`);
  }
  /** Only used to begin a frame: what was drawn before it is gone. */
  clearRect(): void {
    this.elements.length = 0;
    this.definitions.length = 0;
  }
  fillText(text: string, x: number, y: number): void {
    const { fillStyle, font, textAlign, textBaseline } = this.state;
    const baseline = BASELINES[textBaseline];
    this.emit(
      'text',
      ` x="${num(x)}" y="${num(y)}" fill="${escaped(fillStyle)}"${fontAttributes(font)}` +
        (ANCHORS[textAlign] === 'start' ? '' : ` text-anchor="${ANCHORS[textAlign]}"`) +
        (baseline === 'alphabetic' ? '' : ` dominant-baseline="${baseline}"`) +
        ' xml:space="preserve"',
      escaped(text) || ' ',
    );
  }
  measureText(text: string): TextMetrics {
    this.ruler.font = this.state.font;
    return this.ruler.measureText(text);
  }
}

/** A canvas font, "650 12px Mono", as attributes, which every drawing program understands. */
function fontAttributes(font: string): string {
  const match = /^(?:(italic|oblique)\s+)?(?:(bold|[1-9]\d{2})\s+)?([\d.]+)px\s+(.*)$/.exec(font);
  if (match === null) return ` style="font:${escaped(font)}"`;
  const [, style, weight, size, family] = match;
  return (
    ` font-family="${escaped(family!)}" font-size="${size}"` +
    (style === undefined ? '' : ` font-style="${style}"`) +
    (weight === undefined ? '' : ` font-weight="${weight}"`)
  );
}

function colour(value: unknown): string {
  if (typeof value !== 'string') throw new Error('SvgContext: only plain colours can be drawn');
  return value;
}

/** The context where a real one is expected. A member that it does not have throws when it is called. */
export function asContext(svg: SvgContext): CanvasRenderingContext2D {
  return new Proxy(svg, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member === 'function') return (member as (...args: unknown[]) => unknown).bind(target);
      if (member !== undefined || typeof name === 'symbol') return member;
      return () => {
        throw new Error(`SvgContext has no ${name}`);
      };
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  }) as unknown as CanvasRenderingContext2D;
}
