// The threads of the engine: workers that the page makes for the engine's worker, and a pair of ports
// between each of them and the engine's glue.
//
// Why not in the engine's worker, where the glue would make them: Firefox (seen in ESR 153) now and then
// never comes back from `new Worker` inside a worker that has just made another one; one visit in thirty
// hung, on a busy machine more. And here they can load while the rest is still on its way.
//
// Invariants: messages between glue and thread keep their order in both directions; what is sent before the
// thread runs is kept by the browser; when the engine goes, its threads go.

/** How many threads the glue asks for when it loads (PTHREAD_POOL_SIZE in wasm/CMakeLists.txt). */
const THREADS_AT_START = 2;

/** From the engine's worker: make a thread, and let it be reached through this port. */
export interface ThreadWish {
  readonly type: 'thread';
  readonly url: string;
  readonly options: WorkerOptions;
  readonly port: MessagePort;
}

/** Through the port, towards the thread. */
type Order = { readonly send: unknown } | { readonly end: true };
/** Through the port, from the thread. */
type Word = { readonly said: unknown } | { readonly failed: string };

/** The page's side: makes the threads and passes on what is said. */
export class Threads {
  private readonly spare: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly ports = new Set<MessagePort>();

  constructor(private readonly make: (url: string, options: WorkerOptions) => Worker) {}

  /**
   * Begins to load as many threads as will be asked for in any case; what fails now is told when it is
   * asked for.
   */
  prepare(url: string): void {
    try {
      while (this.spare.length < THREADS_AT_START)
        this.spare.push(this.start(url, { type: 'module', name: 'em-pthread' }));
    } catch {
      // No workers here, or no more of them.
    }
  }

  private start(url: string, options: WorkerOptions): Worker {
    const thread = this.make(url, options);
    this.all.add(thread);
    return thread;
  }

  /** Makes the thread that the engine's worker wishes for. */
  serve({ url, options, port }: ThreadWish): void {
    const thread = this.spare.shift() ?? this.start(url, options);
    const tell = (word: Word): void => port.postMessage(word);
    thread.onmessage = (event: MessageEvent<unknown>) => tell({ said: event.data });
    thread.onerror = (event) => tell({ failed: event.message || 'a thread of the engine failed' });
    this.ports.add(port);
    port.onmessage = (event: MessageEvent<Order>) => {
      if ('send' in event.data) return thread.postMessage(event.data.send);
      thread.terminate();
      this.all.delete(thread);
      this.ports.delete(port);
      port.close();
    };
  }

  /** The engine is gone. */
  end(): void {
    for (const thread of this.all) thread.terminate();
    for (const port of this.ports) port.close();
    this.all.clear();
    this.ports.clear();
    this.spare.length = 0;
  }
}

/** The worker's side: what the glue takes for a worker of its own. */
export class FarThread {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onerror: ((event: { readonly message: string }) => void) | null = null;
  private readonly port: MessagePort;

  constructor(
    address: string | URL,
    options: WorkerOptions,
    wish: (wish: ThreadWish, transfer: Transferable[]) => void,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = (event: MessageEvent<Word>) => {
      if ('said' in event.data) this.onmessage?.({ data: event.data.said });
      else this.onerror?.({ message: event.data.failed });
    };
    const { type, name } = options;
    const plain: WorkerOptions = { ...(type && { type }), ...(name !== undefined && { name }) };
    wish({ type: 'thread', url: String(address), options: plain, port: port2 }, [port2]);
  }

  postMessage(message: unknown): void {
    this.port.postMessage({ send: message } satisfies Order);
  }

  terminate(): void {
    this.port.postMessage({ end: true } satisfies Order);
  }
}
