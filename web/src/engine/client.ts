// The page's side of the protocol: promises for requests, a sink for the events of a run, a fresh worker
// after a failure.

import { RECORD_BYTES } from '../generated/events.ts';
import {
  Control,
  EngineState,
  type Bundle,
  type Compiled,
  type Loaded,
  type Outcome,
  type Reply,
  type Report,
  type Request,
  type RunOptions,
  type SharedMemory,
} from './protocol.ts';
import { consume, gather, readable, unpackTexts } from './ring_reader.ts';
import { Threads } from './threads.ts';
import type { StatementPlace } from '../model/inspection.ts';
import type { Measures } from '../model/measure.ts';

/** Receives a run: texts always before the records that name them. */
export interface RunSink {
  texts(texts: readonly string[]): void;
  records(records: Uint8Array): void;
}

/** What the page needs of an engine; tests have one of their own. */
export interface Engine {
  load(): Promise<{ readonly version: string; readonly threaded: boolean }>;
  compile(source: string, parameters?: Readonly<Record<string, string>>): Promise<Compiled>;
  run(options: RunOptions, sink: RunSink): Promise<Outcome>;
  more(until: number): void;
  stateAt(event: number): Promise<string>;
  narrate(from: number, to: number): Promise<string>;
  format(source: string): Promise<string>;
  /** Compiles for looking inside and begins a run of its own for it. */
  inspectStart(source: string, options: RunOptions): Promise<void>;
  /** JSON of goroutines and package variables after so many events; "" when a newer wish overtook it. */
  inspect(event: number, goroutines: readonly number[]): Promise<string>;
  /** The same between events, with where it arrived: {"arrival": Arrival, "inside": …}. */
  inspectStatement(place: StatementPlace, goroutines: readonly number[]): Promise<string>;
  /** Where statements begin on these lines: a list of Hit as JSON. */
  inspectHits(lines: readonly number[], until: number, most: number): Promise<string>;
  inspectParts(path: string, from: number, count: number): Promise<string>;
  /** Runs a program to its end for its numbers; halt() ends it early. */
  measure(
    source: string,
    parameters: Readonly<Record<string, string>>,
    options: RunOptions,
  ): Promise<{ readonly measures: Measures; readonly outcome: Outcome }>;
  /**
   * An engine in a worker of its own, for work beside the run that is shown: with one thread if this build
   * has that bundle. It starts with the first request.
   */
  another(): Engine;
  /** Runs an experiment of a program beside whatever is going on, and judges it. */
  conduct(source: string, index: number): Promise<Report>;
  /** Ends the run; what has been recorded stays. */
  halt(): void;
  /** Ends whatever is going on, by force. */
  stop(): void;
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
interface Pending {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}
interface ActiveRun {
  readonly id: number;
  readonly sink: RunSink;
  texts: number;
  read: number;
  until: number;
  /** The worker has begun this run: the shared words are about it from now on. */
  begun: boolean;
}

export class EngineClient implements Engine {
  private worker: Worker | undefined;
  private loading: Promise<Loaded> | undefined;
  private threads: Threads | undefined;
  private shared: SharedMemory | undefined;
  private loaded = false;
  /** Grows whenever a worker is discarded. */
  private generation = 0;
  private nextId = 1;
  private readonly pending = new Map<number, Pending>();
  private active: ActiveRun | undefined;
  private measuring = false;

  /** Called when the engine with threads did not start and the other one took its place. */
  onFallback: (why: string) => void = () => {};

  constructor(
    private bundle: Bundle,
    /** Address of a bundle's .mjs file. */
    private readonly url: (bundle: Bundle) => string,
    private readonly makeWorker: () => Worker,
    /** The compiled module of a bundle, where the page has one; otherwise the worker compiles. */
    private readonly module: (bundle: Bundle) => Promise<WebAssembly.Module | undefined> = () =>
      Promise.resolve(undefined),
    /** The bundle for work beside the run. */
    private readonly spare: Bundle = bundle,
    /** The base part of the library; without it the worker fetches it when a program needs it. */
    private readonly base: (bundle: Bundle) => Promise<string | undefined> = () => Promise.resolve(undefined),
    private readonly makeThread = (url: string, options: WorkerOptions): Worker => new Worker(url, options),
  ) {}

  load(): Promise<Loaded> {
    this.loading ??= this.startOrFallBack();
    return this.loading;
  }

  private async startOrFallBack(): Promise<Loaded> {
    const generation = this.generation;
    try {
      return await this.start();
    } catch (error) {
      if (this.bundle !== 'engine-mt' || generation !== this.generation) throw error;
      this.end();
      this.bundle = 'engine-st';
      this.onFallback(error instanceof Error ? error.message : String(error));
      return this.start();
    }
  }

  private async start(): Promise<Loaded> {
    const worker = this.makeWorker();
    this.worker = worker;
    worker.addEventListener('message', (message: MessageEvent<Reply>) => this.receive(message.data));
    worker.addEventListener('error', (event) => {
      const message = event.message || 'the engine could not be started';
      if (this.shared === undefined && this.bundle === 'engine-mt' && !this.loaded) this.refuse(message);
      else this.discard(message);
    });
    const { bundle } = this;
    if (bundle === 'engine-mt') {
      this.threads = new Threads(this.makeThread);
      this.threads.prepare(this.url(bundle));
    }
    // Without a module of ours the worker fetches and compiles, and its error is the one that is told.
    const missing = (): undefined => undefined;
    const [module, base] = await Promise.all([
      this.module(bundle).catch(missing),
      this.base(bundle).catch(missing),
    ]);
    if (this.worker !== worker) throw new Error('stopped');
    const request = { type: 'load', bundle, url: this.url(bundle) } as const;
    const brought = { ...(module && { module }), ...(base !== undefined && { base }) };
    const loaded = (await this.ask({ ...request, ...brought })) as Loaded;
    this.loaded = true;
    this.shared = loaded.shared;
    return loaded;
  }

  private ask(request: WithoutId<Request>): Promise<Reply> {
    return this.send(this.nextId++, request);
  }

  private send(id: number, request: WithoutId<Request>): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.worker!.postMessage({ ...request, id });
    });
  }

  private receive(reply: Reply): void {
    if (reply.type === 'batch') {
      if (this.active?.id !== reply.id) return;
      this.active.begun = true;
      if (reply.records.byteLength === 0) return;
      this.active.sink.texts(unpackTexts(new Uint8Array(reply.texts)));
      this.active.sink.records(new Uint8Array(reply.records));
      return;
    }
    if (reply.type === 'thread') {
      this.threads?.serve(reply);
      return;
    }
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if (reply.type === 'failed') pending?.reject(new Error(reply.message));
    else pending?.resolve(reply);
  }

  async compile(source: string, parameters: Readonly<Record<string, string>> = {}): Promise<Compiled> {
    await this.load();
    const reply = await this.ask({ type: 'compile', source, parameters });
    if (reply.type !== 'compiled') throw new Error('unexpected reply');
    return reply.result;
  }

  async run(options: RunOptions, sink: RunSink): Promise<Outcome> {
    await this.load();
    const id = this.nextId++;
    const active: ActiveRun = { id, sink, texts: 1, read: 0, until: options.ahead, begun: false };
    this.active = active;
    const finished = this.send(id, { type: 'run', options });
    if (this.shared !== undefined) {
      await this.readShared(active, this.shared, finished);
    }
    const reply = await finished;
    if (this.active === active) this.active = undefined;
    if (reply.type !== 'finished') throw new Error('unexpected reply');
    return reply.outcome;
  }

  /**
   * engine-mt: takes events out of the shared ring until the run is over; a full ring holds the run back
   * by itself.
   */
  private async readShared(active: ActiveRun, shared: SharedMemory, finished: Promise<Reply>): Promise<void> {
    const { control, ring } = shared;
    let over = false;
    finished.then(
      () => (over = true),
      () => (over = true),
    );
    while (this.active === active) {
      const ended = over || (active.begun && Atomics.load(control, Control.state) === EngineState.Finished);
      const parts = active.begun && active.read < active.until ? readable(control, ring) : [];
      if (parts.length === 0) {
        if (ended && active.read < active.until) return;
        await new Promise((resolve) => setTimeout(resolve, 3));
        continue;
      }
      const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
      if (Atomics.load(control, Control.texts) > active.texts) {
        const reply = await this.ask({ type: 'texts', from: active.texts });
        if (this.active !== active || reply.type !== 'texts') return;
        const texts = unpackTexts(new Uint8Array(reply.texts));
        active.texts += texts.length;
        active.sink.texts(texts);
      }
      active.sink.records(parts.length === 1 ? parts[0]! : gather(parts));
      active.read += bytes / RECORD_BYTES;
      consume(control, bytes);
    }
  }

  more(until: number): void {
    if (this.active === undefined) return;
    this.active.until = Math.max(this.active.until, until);
    if (this.shared === undefined) this.ask({ type: 'more', until }).catch(() => {});
  }

  halt(): void {
    if (this.active !== undefined || this.measuring) this.ask({ type: 'stop' }).catch(() => {});
  }

  async stateAt(event: number): Promise<string> {
    return this.askText({ type: 'stateAt', event });
  }

  async narrate(from: number, to: number): Promise<string> {
    return this.askText({ type: 'narrate', from, to });
  }

  async inspectStart(source: string, options: RunOptions): Promise<void> {
    await this.load();
    await this.ask({ type: 'inspectStart', source, options });
  }

  async inspect(event: number, goroutines: readonly number[]): Promise<string> {
    return this.askText({ type: 'inspect', event, goroutines });
  }

  async inspectStatement(place: StatementPlace, goroutines: readonly number[]): Promise<string> {
    return this.askText({ type: 'inspectStatement', place, goroutines });
  }

  async inspectHits(lines: readonly number[], until: number, most: number): Promise<string> {
    return this.askText({ type: 'inspectHits', lines, until, most });
  }

  async inspectParts(path: string, from: number, count: number): Promise<string> {
    return this.askText({ type: 'inspectParts', path, from, count });
  }

  async measure(
    source: string,
    parameters: Readonly<Record<string, string>>,
    options: RunOptions,
  ): Promise<{ readonly measures: Measures; readonly outcome: Outcome }> {
    await this.load();
    this.measuring = true;
    try {
      const reply = await this.ask({ type: 'measure', source, parameters, options });
      if (reply.type !== 'measured') throw new Error('unexpected reply');
      return reply;
    } finally {
      this.measuring = false;
    }
  }

  another(): Engine {
    const { spare, url, makeWorker, module, makeThread, base } = this;
    return new EngineClient(spare, url, makeWorker, module, spare, base, makeThread);
  }

  async format(source: string): Promise<string> {
    return this.askText({ type: 'format', source });
  }

  async conduct(source: string, index: number): Promise<Report> {
    return JSON.parse(await this.askText({ type: 'conduct', source, index })) as Report;
  }

  private async askText(request: WithoutId<Request>): Promise<string> {
    await this.load();
    const reply = await this.ask(request);
    return reply.type === 'text' ? reply.text : '';
  }

  stop(): void {
    this.discard('stopped');
  }

  /** The worker goes, and its threads with it. */
  private end(): void {
    this.worker?.terminate();
    this.threads?.end();
    this.threads = undefined;
  }

  /** After a failure nothing in the worker is trusted: it goes, and the next request starts a new one. */
  private discard(message: string): void {
    this.end();
    this.worker = undefined;
    this.loading = undefined;
    this.loaded = false;
    this.generation++;
    this.shared = undefined;
    this.active = undefined;
    this.refuse(message);
  }

  private refuse(message: string): void {
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of waiting) reject(new Error(message));
  }
}
