// The worker that holds the engine. It answers the protocol and nothing else; the page never blocks,
// whatever a program does.

import {
  BASE_PART,
  LibraryParts,
  MissingParts,
  compileWhole,
  demandCode,
  demandWhole,
} from './library_parts.ts';
import type { EngineFactory, EngineModule, EngineObject } from './module.ts';
import {
  Control,
  EngineState,
  type Compiled,
  type Experiment,
  type Loaded,
  type Reply,
  type Request,
  type RunOptions,
} from './protocol.ts';
import type { InspectionRun } from './inspection_run.ts';
import { FarThread } from './threads.ts';
import { consume, gather, readable } from './ring_reader.ts';

/**
 * Instructions between two looks at the mailbox in engine-st, to begin with; then as many as keep to
 * SLICE_MS.
 */
const FIRST_BUDGET = 200_000;
const LARGEST_BUDGET = 50_000_000;
const SLICE_MS = 30;
const POLL_MS = 4;

let module: EngineModule | undefined;
let engine: EngineObject | undefined;
let library: LibraryParts | undefined;
let threaded = false;
/** The run that is going on. */
let run: { id: number; until: number; textsSent: number; read: number; paused: boolean } | undefined;
let wake: (() => void) | undefined;
let further: typeof import('./further_runs.ts') | undefined;
let inspection: InspectionRun | undefined;
let measuring: AbortController | undefined;

const post = (reply: Reply, transfer: Transferable[] = []): void => {
  postMessage(reply, { transfer });
};

/** Lets the glue take a module that has been compiled already. */
function ready(compiled: WebAssembly.Module, failed: (error: unknown) => void): Record<string, unknown> {
  return {
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object => {
      WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), failed);
      return {};
    },
  };
}

/** The glue takes its threads from the page: threads.ts says why. */
function makeThreadsFarAway(): void {
  const wish = (message: Reply, transfer: Transferable[]): void => post(message, transfer);
  const far = class extends FarThread {
    constructor(address: string | URL, options: WorkerOptions = {}) {
      super(address, options, wish);
    }
  };
  Object.assign(globalThis, { Worker: far });
}

async function load({ id, url, module: compiled, base }: Extract<Request, { type: 'load' }>): Promise<void> {
  const loadedModule = (await import(/* @vite-ignore */ url)) as { default: EngineFactory };
  module = await new Promise<EngineModule>((resolve, reject) => {
    loadedModule.default(compiled === undefined ? {} : ready(compiled, reject)).then(resolve, reject);
  });
  engine = new module.Engine();
  library = new LibraryParts(engine, url);
  if (base !== undefined) library.take(BASE_PART, base);
  threaded = module.engineThreaded();
  const reply: Loaded = { type: 'loaded', id, version: module.engineVersion(), threaded };
  post(threaded ? { ...reply, shared: { control: engine.control(), ring: engine.ring() } } : reply);
}

function compileWith(e: EngineObject, source: string, parameters: Readonly<Record<string, string>>): boolean {
  e.clearParameters();
  for (const [name, value] of Object.entries(parameters)) e.setParameter(name, value);
  return compileWhole(e, source);
}

function compile(e: EngineObject, source: string, parameters: Readonly<Record<string, string>>): Compiled {
  const ok = compileWith(e, source, parameters);
  const list = <T>(count: number, item: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, k) => item(k));
  return {
    ok,
    diagnostics: list(e.diagnosticCount(), (k) => e.diagnostic(k)),
    sliders: list(e.sliderCount(), (k) => e.slider(k)),
    directives: list(e.directiveCount(), (k) => e.directive(k)),
    experiments: JSON.parse(e.experiments()) as Experiment[],
    packageComment: e.packageComment(),
  };
}

function begin(e: EngineObject, id: number, options: RunOptions): void {
  endRun(e);
  for (const [name, value] of Object.entries(options.limits)) e.setLimit(name, value);
  e.clearInputs();
  for (const input of options.inputs) {
    const problem = e.addInput(input);
    if (problem !== '') throw new Error(problem);
  }
  const started =
    options.schedule === ''
      ? e.start(options.seed, options.processors)
      : e.replay(options.schedule, options.processors);
  if (!started) throw new Error('there is no program to run');
  run = { id, until: options.ahead, textsSent: 1, read: 0, paused: false };
  post({ type: 'batch', id, texts: new ArrayBuffer(0), records: new ArrayBuffer(0) });
  void (threaded ? watch(e, id) : work(e, id));
}

function endRun(e: EngineObject): void {
  if (run === undefined) return;
  const { id } = run;
  e.stop();
  run = undefined;
  wake?.();
  post({ type: 'finished', id, outcome: { ...e.outcome(), kind: 'stopped' } });
}

const mailbox = new MessageChannel();
let breathed: (() => void) | undefined;
mailbox.port1.onmessage = () => breathed?.();

/** Lets messages in. A message to oneself comes back at once; timers would wait for four milliseconds. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    breathed = resolve;
    mailbox.port2.postMessage(null);
  });

/** engine-st: execute, send what was recorded, look at the mailbox, and so on. */
async function work(e: EngineObject, id: number): Promise<void> {
  let budget = FIRST_BUDGET;
  try {
    while (run?.id === id) {
      if (run.paused || run.read >= run.until) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const began = performance.now();
      const state = e.advance(budget);
      const took = performance.now() - began;
      if (took < SLICE_MS / 2) budget = Math.min(LARGEST_BUDGET, budget * 2);
      else if (took > SLICE_MS * 2) budget /= 2;
      sendBatch(e, id);
      if (state === EngineState.Finished) {
        run = undefined;
        post({ type: 'finished', id, outcome: e.outcome() });
        return;
      }
      await breathe();
    }
  } catch (error) {
    run = undefined;
    fail(id, error);
  }
}

function sendBatch(e: EngineObject, id: number): void {
  const control = e.control();
  const records = gather(readable(control, e.ring()));
  if (records.byteLength === 0) return;
  consume(control, records.byteLength);
  const texts = packTexts(e, run!.textsSent);
  run!.textsSent = control[Control.texts]!;
  run!.read += records.byteLength / 32;
  post({ type: 'batch', id, texts, records: records.buffer }, [texts, records.buffer]);
}

function packTexts(e: EngineObject, from: number): ArrayBuffer {
  const packed = e.texts(from);
  const copy = new Uint8Array(packed.byteLength);
  copy.set(packed);
  return copy.buffer;
}

/** engine-mt: the run is on its own thread and the page reads the ring; here we only wait for the end. */
async function watch(e: EngineObject, id: number): Promise<void> {
  const control = e.control();
  while (run?.id === id) {
    if (Atomics.load(control, Control.state) === EngineState.Finished) {
      run = undefined;
      post({ type: 'finished', id, outcome: e.outcome() });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function later(id: number, text: () => Promise<string>): void {
  text().then(
    (result) => post({ type: 'text', id, text: result }),
    (error: unknown) => fail(id, error),
  );
}

function measureLater(e: EngineObject, request: Extract<Request, { type: 'measure' }>): void {
  measuring?.abort();
  if (!compileWith(e, request.source, request.parameters)) throw new Error(e.diagnostic(0).message);
  const control = new AbortController();
  measuring = control;
  further!.measureRun(e, request.options, breathe, threaded, control.signal).then(
    (result) => post({ type: 'measured', id: request.id, ...result }),
    (error: unknown) => fail(request.id, error),
  );
}

function fail(id: number, error: unknown): void {
  post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
}

function answer(e: EngineObject, request: Exclude<Request, { type: 'load' }>): void {
  const { id } = request;
  switch (request.type) {
    case 'compile':
      endRun(e);
      return post({ type: 'compiled', id, result: compile(e, request.source, request.parameters) });
    case 'run':
      return begin(e, id, request.options);
    case 'texts': {
      const texts = packTexts(e, request.from);
      return post({ type: 'texts', id, texts }, [texts]);
    }
    case 'stateAt':
      demandCode(e, 'tools');
      return post({ type: 'text', id, text: e.stateAt(request.event) });
    case 'inspectStart': {
      demandCode(e, 'tools');
      inspection ??= new further!.InspectionRun(e, breathe, !threaded);
      if (!inspection.start(request.source, request.options)) throw new Error('the program does not compile');
      break;
    }
    case 'inspect':
      return later(id, async () => {
        const arrived = (await inspection?.seek(request.event)) === true;
        return arrived ? inspection!.state(request.goroutines) : '';
      });
    case 'inspectStatement':
      return later(id, async () => {
        const arrival = await inspection?.seekStatement(request.place);
        if (arrival === undefined) return '';
        return `{"arrival":${JSON.stringify(arrival)},"inside":${inspection!.state(request.goroutines)}}`;
      });
    case 'inspectHits':
      return later(id, async () => {
        const hits = await inspection?.hits(request.lines, request.until, request.most);
        return hits === undefined ? '' : JSON.stringify(hits);
      });
    case 'inspectParts':
      return post({
        type: 'text',
        id,
        text: inspection?.parts(request.path, request.from, request.count) ?? '',
      });
    case 'measure':
      return measureLater(e, request);
    case 'narrate':
      demandCode(e, 'tools');
      return post({ type: 'text', id, text: e.narration(request.from, request.to) });
    case 'conduct': {
      demandCode(e, 'tools', 'natives');
      const text = e.conduct(request.source, request.index);
      demandWhole(e);
      return post({ type: 'text', id, text });
    }
    case 'format':
      demandCode(e, 'tools');
      return post({ type: 'text', id, text: e.format(request.source) });
    case 'more':
      if (run !== undefined) run.until = Math.max(run.until, request.until);
      break;
    case 'pause':
      if (run !== undefined) run.paused = true;
      e.pause();
      break;
    case 'resume':
      if (run !== undefined) run.paused = false;
      e.resume();
      break;
    case 'stop':
      measuring?.abort();
      endRun(e);
      break;
  }
  wake?.();
  post({ type: 'done', id });
}

/** Requests that came while something is fetched for an earlier one: they keep their order. */
let queue: Request[] | undefined;

function handle(request: Request): void {
  if (queue !== undefined) {
    queue.push(request);
    return;
  }
  if (request.type === 'load') {
    if (request.bundle === 'engine-mt') makeThreadsFarAway();
    load(request).catch((error: unknown) => fail(request.id, error));
    return;
  }
  try {
    if (engine === undefined) throw new Error('the engine is not loaded');
    if (FURTHER.has(request.type) && further === undefined) void after(fetchFurther(), request);
    else answer(engine, request);
  } catch (error) {
    if (error instanceof MissingParts) void after(library!.give(request.id, error.names), request);
    else fail(request.id, error);
  }
}

const FURTHER: ReadonlySet<Request['type']> = new Set(['inspectStart', 'measure']);

async function fetchFurther(): Promise<void> {
  further = await import('./further_runs.ts');
}

/** Answers a request when what it needs has come. */
async function after(coming: Promise<void>, request: Request): Promise<void> {
  queue = [];
  const problem = await coming.catch((error: unknown) => error ?? 'unknown');
  const later = queue;
  queue = undefined;
  if (problem === undefined) handle(request);
  else fail(request.id, problem);
  for (const next of later) handle(next);
}

addEventListener('message', (message: MessageEvent<Request>) => handle(message.data));
