// The stage as a file: a moment as PNG or SVG, a range of steps as an animated GIF. Drawn by the stage
// itself, on a canvas of its own, so that what the visitor looks at does not move.

import type { Checkpoints } from '../model/checkpoints.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { Subject } from '../model/find_step.ts';
import { Player } from '../player/player.ts';
import { StageView, type Frame, type Seen } from '../stage/stage_view.ts';
import { asContext, SvgContext } from './svg_context.ts';

export interface Scene {
  readonly run: RunIndex;
  readonly states: Checkpoints;
  /** The colours are those of this element's page. */
  readonly within: HTMLElement;
  /** Zoomed, moved and opened as the visitor sees it, with what is picked; without it the whole stage. */
  readonly seen?: Seen;
  readonly selected?: Subject | undefined;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const CAPTION_HEIGHT = 44;
const FRAMES_A_SECOND = 15;
/** A GIF of more frames is too large to put anywhere. */
const MOST_FRAMES = 900;
/** Frames from which the colours of the whole picture are taken. */
const COLOUR_SAMPLES = 12;

/** A stage on a canvas that nobody sees; `close` takes it away. */
class Easel {
  readonly canvas = document.createElement('canvas');
  readonly view: StageView;
  readonly paper: string;
  readonly ink: string;
  readonly sans: string;

  constructor(scene: Scene, size: Size, ratio: number, context?: CanvasRenderingContext2D) {
    // In the page, because its colours come from there; never shown. Inside a component it has to be in the
    // shadow: what is only a child of it, and in no slot, has no style at all.
    this.canvas.hidden = true;
    (scene.within.shadowRoot ?? scene.within).append(this.canvas);
    if (context !== undefined) Object.defineProperty(this.canvas, 'getContext', { value: () => context });
    const style = getComputedStyle(this.canvas);
    this.paper = style.getPropertyValue('--paper').trim() || '#fff';
    this.ink = style.getPropertyValue('--ink').trim() || '#000';
    this.sans = style.getPropertyValue('--sans').trim() || 'sans-serif';
    this.view = new StageView(this.canvas);
    this.view.setRun(scene.run, scene.states.another());
    this.view.resize(size.width, size.height, ratio);
    // A clip has a size of its own: the same part of the picture, as large as it gets.
    if (scene.seen !== undefined) this.view.look(fitted(scene.seen, size), ratio);
  }

  close(): void {
    this.canvas.remove();
  }
}

/** The size of a still: that of the visitor's stage, or the usual one. */
const sizeOf = (scene: Scene, usual: Size): Size =>
  scene.seen === undefined ? usual : { width: scene.seen.width, height: scene.seen.height };

/** The same part of the picture on a canvas of another size. */
function fitted(seen: Seen, size: Size): Seen {
  const scale = Math.min(size.width / seen.width, size.height / seen.height);
  if (scale === 1 && size.width === seen.width && size.height === seen.height) return seen;
  const { user, insets } = seen;
  return {
    ...size,
    user: { k: user.k, x: user.x * scale, y: user.y * scale },
    insets: {
      top: insets.top * scale,
      right: insets.right * scale,
      bottom: insets.bottom * scale,
    },
    expanded: seen.expanded,
  };
}

/** What a person sees at a step at rest. */
function still(scene: Scene, step: number): Frame {
  const { run, selected } = scene;
  const timeNs = step < 0 ? 0 : run.store.time(run.steps.coreEvent(step));
  return { step, t: 1, timeNs, reducedMotion: true, selected };
}

function drawCaption(ctx: CanvasRenderingContext2D, easel: Easel, size: Size, caption: string): void {
  ctx.font = `15px ${easel.sans}`;
  ctx.fillStyle = easel.ink;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  let text = caption;
  while (text.length > 4 && ctx.measureText(text).width > size.width - 32) text = `${text.slice(0, -2)}…`;
  ctx.fillText(text, 16, size.height + 27);
}

/** One moment with its sentence below it. @param ratio pixels of the file for each of the picture's */
export async function pngOf(
  scene: Scene,
  step: number,
  usual: Size,
  caption: string,
  ratio = 2,
): Promise<Blob> {
  const size = sizeOf(scene, usual);
  const easel = new Easel(scene, size, ratio);
  try {
    easel.view.draw(still(scene, step));
    const sheet = document.createElement('canvas');
    sheet.width = size.width * ratio;
    sheet.height = (size.height + CAPTION_HEIGHT) * ratio;
    const ctx = sheet.getContext('2d')!;
    ctx.fillStyle = easel.paper;
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.drawImage(easel.canvas, 0, 0);
    ctx.scale(ratio, ratio);
    drawCaption(ctx, easel, size, caption);
    const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('the browser could not make a picture of this size');
    return blob;
  } finally {
    easel.close();
  }
}

/** The same as a drawing that can be scaled and edited. */
export function svgOf(scene: Scene, step: number, usual: Size, caption: string): string {
  const size = sizeOf(scene, usual);
  const ruler = document.createElement('canvas').getContext('2d')!;
  const svg = new SvgContext(size.width, size.height + CAPTION_HEIGHT, ruler);
  const context = asContext(svg);
  const easel = new Easel(scene, size, 1, context);
  try {
    easel.view.draw(still(scene, step));
    svg.resetTransform();
    svg.globalAlpha = 1;
    drawCaption(context, easel, size, caption);
    return svg.document(easel.paper, caption === '' ? 'Goroutines and channels' : caption);
  } finally {
    easel.close();
  }
}

export interface Clip extends Size {
  readonly from: number;
  readonly to: number;
  readonly speed: number;
}

/** The frames of a clip: where the player is every fifteenth of a second. */
function framesOf(scene: Scene, clip: Clip): Frame[] {
  const player = new Player();
  player.setRun(scene.run, true);
  player.setSpeed(clip.speed);
  player.jump(clip.from);
  const frames: Frame[] = [];
  const take = (): void => {
    const { step, t, timeNs } = player;
    frames.push({ step, t, timeNs, reducedMotion: false, selected: scene.selected });
  };
  take();
  player.play();
  while (frames.length < MOST_FRAMES && player.playing) {
    player.tick(1000 / FRAMES_A_SECOND);
    if (player.step > clip.to) break;
    take();
    if (player.step === clip.to && player.t >= 1) break;
  }
  return frames;
}

/**
 * An animated GIF of a range.
 * @param onProgress share that is done, 0–1; returns false to stop
 * @return undefined when it was stopped
 */
export async function gifOf(
  scene: Scene,
  clip: Clip,
  onProgress: (share: number) => boolean,
): Promise<Blob | undefined> {
  const { GIFEncoder, quantize, applyPalette } = await import('gifenc');
  const easel = new Easel(scene, clip, 1);
  const sheet = document.createElement('canvas');
  sheet.width = clip.width;
  sheet.height = clip.height;
  const ctx = sheet.getContext('2d', { willReadFrequently: true })!;
  const pixels = (frame: Frame): Uint8ClampedArray => {
    easel.view.draw(frame);
    ctx.fillStyle = easel.paper;
    ctx.fillRect(0, 0, clip.width, clip.height);
    ctx.drawImage(easel.canvas, 0, 0);
    return ctx.getImageData(0, 0, clip.width, clip.height).data;
  };
  try {
    const frames = framesOf(scene, clip);
    const palette = quantize(samples(frames, pixels), 256);
    const gif = GIFEncoder();
    let held: Uint8Array | undefined;
    let shown = 0;
    const flush = (): void => {
      if (held === undefined) return;
      const options = { palette, delay: Math.round((1000 / FRAMES_A_SECOND) * shown), repeat: 0 };
      gif.writeFrame(held, clip.width, clip.height, options);
    };
    for (const [k, frame] of frames.entries()) {
      const next = applyPalette(pixels(frame), palette);
      if (held !== undefined && same(held, next)) shown++;
      else {
        flush();
        held = next;
        shown = 1;
      }
      if (!onProgress((k + 1) / frames.length)) return undefined;
      await new Promise((resolve) => setTimeout(resolve));
    }
    // The end stays a while before it begins again.
    shown += FRAMES_A_SECOND;
    flush();
    gif.finish();
    return new Blob([gif.bytes()], { type: 'image/gif' });
  } finally {
    easel.close();
  }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Pixels of some frames of the whole range, so that no colour of a later one is missing. */
function samples(frames: readonly Frame[], pixels: (frame: Frame) => Uint8ClampedArray): Uint8ClampedArray {
  const step = Math.max(1, Math.floor(frames.length / COLOUR_SAMPLES));
  const parts = frames.filter((_, k) => k % step === 0).map((frame) => pixels(frame).slice());
  const all = new Uint8ClampedArray(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
