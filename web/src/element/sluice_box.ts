// `<sluice-box>`: one script tag, plain or as a module, once or several times, before or after the elements.
//
//     <sluice-box program="worker_pool" params="numWorkers=4" controls="min"></sluice-box>
//     <sluice-box><pre><code>package main …</code></pre></sluice-box>
//
// The listing stays where it is and readable, whatever happens; the figure comes below it when the reader
// comes near. The script touches nothing outside its elements, sets styles through the object model alone
// (pages with a strict policy allow that), and asks nobody but the place it came from.

import type { SluiceBoxElement, SluiceBoxProgram, SluiceBoxState } from '../../public/sluice-box.d.ts';
import { hostColors, isDark } from './host_theme.ts';
import { listingOf } from './listing.ts';

const TAG = 'sluice-box';
/** This far ahead of the window the figure is fetched. */
const APPROACH = '400px';
/** What stands below the picture, in pixels as figures usually have it: [wide, narrow]. */
const BELOW_PICTURE: Readonly<Record<string, readonly [number, number]>> = {
  none: [46, 62],
  min: [93, 106],
  full: [155, 255],
};
const NARROW = 700;
/** About what a figure of that width will want, so that the page around hardly moves when it says so. */
function firstHeight(controls: string | null, width: number): number {
  const [wide, narrow] = BELOW_PICTURE[controls ?? 'full'] ?? BELOW_PICTURE['full']!;
  const picture = Math.min(Math.max(width / 2, 280), 420);
  return Math.round(picture + (width < NARROW ? narrow : wide));
}
/** After this long without a sign of life the listing stands alone. */
const PATIENCE_MS = 30_000;
const ANSWER_MS = 20_000;
/** Attributes that the frame's address takes as they are. */
const PASSED = [
  'program',
  'seed',
  'processors',
  'step',
  'speed',
  'range',
  'loop',
  'autoplay',
  'sliders',
  'inputs',
];
const SHORT: Readonly<Record<string, string>> = { program: 'p', processors: 'procs', inputs: 'in' };

/** The folder that this script came from: however it was loaded, something knows its address. */
function ownFolder(): string {
  const current = document.currentScript;
  const tagged = [...document.querySelectorAll<HTMLScriptElement>('script[src*="sluice-box"]')].pop();
  const traced = /(?:https?|file):\/\/[^\s)]*sluice-box[\w.-]*\.js/.exec(new Error().stack ?? '')?.[0];
  const source =
    current instanceof HTMLScriptElement && current.src !== '' ? current.src : (traced ?? tagged?.src);
  return new URL('.', source ?? document.baseURI).href;
}

const FOLDER = ownFolder();

interface Waiting {
  readonly resolve: (state: SluiceBoxState) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

function define(): void {
  class SluiceBox extends HTMLElement implements SluiceBoxElement {
    static readonly observedAttributes = [
      ...PASSED,
      'params',
      'controls',
      'theme',
      'height',
      'label',
      'base',
    ];
    private frame: HTMLIFrameElement | undefined;
    private note: HTMLElement | undefined;
    private approach: IntersectionObserver | undefined;
    private looks: MutationObserver | undefined;
    private ready: Promise<void> | undefined;
    private becameReady: () => void = () => {};
    private patience: ReturnType<typeof setTimeout> | undefined;
    private renewal: ReturnType<typeof setTimeout> | undefined;
    private readonly waiting = new Map<number, Waiting>();
    private nextId = 1;
    private toldLook = '';
    private readonly system = matchMedia('(prefers-color-scheme: dark)');

    connectedCallback(): void {
      if (this.style.display === '') this.style.display = 'block';
      window.addEventListener('message', this.receive);
      if (this.frame !== undefined || this.approach !== undefined) return;
      this.approach = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) this.whenParsed();
        },
        { rootMargin: APPROACH },
      );
      this.approach.observe(this);
    }

    disconnectedCallback(): void {
      window.removeEventListener('message', this.receive);
      this.approach?.disconnect();
      this.approach = undefined;
      // A frame that leaves the page is emptied by the browser; a new one is made when the element returns.
      this.end('the figure is not on the page');
    }

    /** Frameworks set attributes whenever they like, one after the other. */
    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (this.frame === undefined || before === now) return;
      if (name === 'theme') return this.look();
      if (name === 'label') return void (this.frame.title = this.label());
      clearTimeout(this.renewal);
      this.renewal = setTimeout(() => {
        if (this.frame === undefined) return;
        this.end('the figure shows something else now');
        void this.start();
      });
    }

    /** Takes the frame away; commands that were not answered never will be. */
    private end(why: string): void {
      this.looks?.disconnect();
      this.system.removeEventListener('change', this.look);
      clearTimeout(this.patience);
      clearTimeout(this.renewal);
      this.frame?.remove();
      this.note?.remove();
      this.frame = undefined;
      this.ready = undefined;
      for (const { reject, timer } of this.waiting.values()) {
        clearTimeout(timer);
        reject(new Error(why));
      }
      this.waiting.clear();
    }

    private label(): string {
      return this.getAttribute('label') ?? 'Sluicebox: the program as it runs';
    }

    /** Its children may not be there yet when the element comes before them in the page. */
    private whenParsed(): void {
      if (document.readyState !== 'loading') return void this.start();
      document.addEventListener('DOMContentLoaded', () => void this.start(), { once: true });
    }

    private start(): Promise<void> {
      if (this.ready !== undefined) return this.ready;
      this.approach?.disconnect();
      this.ready = new Promise((resolve) => (this.becameReady = resolve));
      const frame = document.createElement('iframe');
      frame.src = this.address();
      frame.title = this.label();
      frame.allow = 'cross-origin-isolated; clipboard-write';
      // Sites have rules for frames, meant for videos: none of them is to touch this one.
      const looks: Record<string, string> = {
        all: 'initial',
        display: 'block',
        width: '100%',
        'max-width': '100%',
        'min-height': '0',
        'max-height': 'none',
        height: `${this.fixedHeight() ?? firstHeight(this.getAttribute('controls'), this.clientWidth)}px`,
        margin: '0',
        border: '1px solid var(--sluice-line, rgba(128, 128, 128, 0.3))',
        'border-radius': 'var(--sluice-radius, 10px)',
        'box-sizing': 'border-box',
        'color-scheme': isDark(this) ? 'dark' : 'light',
      };
      for (const [name, value] of Object.entries(looks)) frame.style.setProperty(name, value, 'important');
      this.frame = frame;
      // Not in a shadow: frames in shadows do not see each other, and each would compile the engine.
      this.append(frame);
      this.patience = setTimeout(() => this.fail('The animation could not be loaded.'), PATIENCE_MS);
      this.followLook();
      return this.ready;
    }

    private fixedHeight(): number | undefined {
      const height = Number(this.getAttribute('height') ?? NaN);
      return height > 0 ? height : undefined;
    }

    private address(): string {
      const url = new URL('embed.html', this.getAttribute('base') ?? FOLDER);
      const query = new URLSearchParams(this.getAttribute('params') ?? '');
      for (const name of PASSED) {
        const value = this.getAttribute(name);
        if (value !== null) query.set(SHORT[name] ?? name, value);
      }
      const listing = this.hasAttribute('program') ? '' : listingOf(this);
      const own = listing !== '';
      if (own) query.set('p', 'own');
      query.set('controls', this.getAttribute('controls') ?? 'full');
      query.set('theme', this.theme());
      query.set('fit', this.fixedHeight() === undefined ? 'content' : 'frame');
      const colors = Object.entries(hostColors(this)).map(([name, value]) => `${name}:${value}`);
      if (colors.length > 0) query.set('colors', colors.join(';'));
      if (location.origin !== 'null') query.set('origin', location.origin);
      url.search = query.toString();
      if (own) url.hash = new URLSearchParams({ s: listing }).toString();
      return url.href;
    }

    private theme(): 'light' | 'dark' {
      const wish = this.getAttribute('theme');
      return wish === 'light' || wish === 'dark' ? wish : isDark(this) ? 'dark' : 'light';
    }

    /** The page around may change its colours at any time: by a class, an attribute, or with the system. */
    private followLook(): void {
      this.toldLook = JSON.stringify([this.theme(), hostColors(this)]);
      this.looks?.disconnect();
      this.looks = new MutationObserver(this.look);
      for (const element of [document.documentElement, document.body, this])
        this.looks.observe(element, { attributes: true });
      this.system.addEventListener('change', this.look);
    }

    private readonly look = (): void => void requestAnimationFrame(() => this.tellLook());

    private tellLook(): void {
      const theme = this.theme();
      const colors = hostColors(this);
      const look = JSON.stringify([theme, colors]);
      if (look === this.toldLook || this.frame === undefined) return;
      this.toldLook = look;
      this.frame.style.setProperty('color-scheme', theme, 'important');
      this.send({ type: 'theme', theme, colors }).catch(() => {});
    }

    private fail(message: string): void {
      clearTimeout(this.patience);
      this.frame?.remove();
      this.note = document.createElement('p');
      this.note.textContent = message;
      Object.assign(this.note.style, { font: 'italic 0.9em sans-serif', opacity: '0.75' });
      this.append(this.note);
      this.announce('error', { where: 'engine', message });
    }

    /** Only what this element's own frame says counts, and only from where it was loaded. */
    private readonly receive = (event: MessageEvent<unknown>): void => {
      const { frame } = this;
      if (frame === undefined || event.source !== frame.contentWindow) return;
      if (event.origin !== new URL(frame.src).origin) return;
      const message = event.data as Record<string, unknown> | null;
      if (typeof message !== 'object' || message === null || message['sluicebox'] !== 1) return;
      const { id, type } = message;
      // It lives; what becomes of its engine it says itself.
      clearTimeout(this.patience);
      if (typeof id === 'number') this.answered(id, message);
      else if (type === 'resize') this.resize(message['height']);
      else if (type === 'ready') this.isReady(message['state']);
      else if (type === 'error')
        this.announce('error', { where: message['where'], message: message['message'] });
      else if (type === 'step' || type === 'ended') {
        const { sluicebox: _, type: __, ...detail } = message;
        this.announce(type, detail);
      }
    };

    private isReady(state: unknown): void {
      this.becameReady();
      this.announce('ready', state);
    }

    private announce(what: string, detail: unknown): void {
      // A program that does not compile is alive too: its message stands in the figure.
      if (what === 'error') this.becameReady();
      this.dispatchEvent(new CustomEvent(`sluice-${what}`, { detail, bubbles: true }));
    }

    private resize(height: unknown): void {
      if (typeof height !== 'number' || !(height > 0) || this.fixedHeight() !== undefined) return;
      // Two pixels of border. No figure is higher than this, whatever it says.
      const pixels = `${Math.min(3000, Math.ceil(height) + 2)}px`;
      this.frame?.style.setProperty('height', pixels, 'important');
    }

    private answered(id: number, message: Record<string, unknown>): void {
      const waiting = this.waiting.get(id);
      if (waiting === undefined) return;
      this.waiting.delete(id);
      clearTimeout(waiting.timer);
      if (message['type'] === 'error') waiting.reject(new Error(String(message['message'])));
      else waiting.resolve(message['state'] as SluiceBoxState);
    }

    private async send(command: Record<string, unknown>): Promise<SluiceBoxState> {
      await this.start();
      if (this.note?.isConnected === true) throw new Error(this.note.textContent ?? '');
      const id = this.nextId++;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          this.waiting.delete(id);
          reject(new Error('the figure does not answer'));
        }, ANSWER_MS);
        this.waiting.set(id, { resolve, reject, timer });
        const { frame } = this;
        frame?.contentWindow?.postMessage({ sluicebox: 1, id, ...command }, new URL(frame.src).origin);
      });
    }

    load(program: SluiceBoxProgram): Promise<SluiceBoxState> {
      return this.send({ type: 'load', ...program });
    }
    play(): Promise<SluiceBoxState> {
      return this.send({ type: 'play' });
    }
    pause(): Promise<SluiceBoxState> {
      return this.send({ type: 'pause' });
    }
    seek(step: number): Promise<SluiceBoxState> {
      return this.send({ type: 'seek', step });
    }
    step(by = 1): Promise<SluiceBoxState> {
      return this.send({ type: 'step', by });
    }
    setParameter(name: string, value: string): Promise<SluiceBoxState> {
      return this.send({ type: 'setParameter', name, value });
    }
    setSpeed(speed: number): Promise<SluiceBoxState> {
      return this.send({ type: 'setSpeed', speed });
    }
    getState(): Promise<SluiceBoxState> {
      return this.send({ type: 'getState' });
    }
  }
  customElements.define(TAG, SluiceBox);
}

if (customElements.get(TAG) === undefined) define();
