// One event changes the state: the only place that knows what each event means for what is on the stage.

import { EventKind as K } from '../generated/events.ts';
import { GState, stateAfter } from './lanes.ts';
import { Queue } from './queue.ts';
import type { ChannelState, State, SyncState, Waiter } from './state.ts';
import type { TraceStore } from './trace_store.ts';

function channel(state: State, id: number): ChannelState {
  let c = state.channels.get(id);
  if (c === undefined) {
    c = {
      capacity: 0,
      buffer: new Queue<number>(),
      handed: new Queue<number>(),
      senders: new Queue<Waiter>(),
      receivers: new Queue<Waiter>(),
      closed: false,
      sent: 0,
      received: 0,
    };
    state.channels.set(id, c);
  }
  return c;
}

function sync(state: State, id: number): SyncState {
  let s = state.syncs.get(id);
  if (s === undefined) {
    s = {
      owner: 0,
      counter: 0,
      waiters: new Queue<number>(),
      holders: new Queue<number>(),
      over: false,
      untilNs: 0,
      size: 0,
      level: 0,
      levelAtNs: 0,
      intervalNs: 0,
    };
    state.syncs.set(id, s);
  }
  return s;
}

/** Takes g out of every queue it stands in: it runs again or has been woken. */
function leaveQueues(state: State, g: number): void {
  const queues = state.queued.get(g);
  if (queues === undefined) return;
  for (const id of queues) {
    const c = state.channels.get(id);
    if (c !== undefined) {
      c.senders.remove((w) => w.goroutine === g);
      c.receivers.remove((w) => w.goroutine === g);
    }
    const s = state.syncs.get(id);
    if (s !== undefined) s.waiters.remove((w) => w === g);
  }
  state.queued.delete(g);
}

function joinQueue(state: State, g: number, object: number): void {
  const queues = state.queued.get(g);
  state.queued.set(g, queues === undefined ? [object] : [...queues, object]);
}

function waitFor(state: State, g: number, object: number): void {
  sync(state, object).waiters.push(g);
  joinQueue(state, g, object);
}

function applyChannel(state: State, store: TraceStore, i: number, kind: number, g: number): void {
  const id = store.object(i);
  const msg = store.b(i);
  switch (kind) {
    case K.ChanMake:
      state.channels.set(id, { ...channel(state, id), capacity: store.a(i) });
      break;
    case K.ChanSendBuffer: {
      const c = channel(state, id);
      c.buffer.push(msg);
      c.sent++;
      letGo(state, g);
      break;
    }
    case K.ChanSendDirect: {
      const c = channel(state, id);
      c.handed.push(msg);
      c.sent++;
      letGo(state, g);
      break;
    }
    case K.ChanSendBlock:
      channel(state, id).senders.push({ goroutine: g, msg, select: false });
      joinQueue(state, g, id);
      letGo(state, g);
      break;
    case K.ChanRecvBuffer: {
      const c = channel(state, id);
      c.buffer.remove((m) => m === msg);
      c.received++;
      state.setHand(g, msg);
      break;
    }
    case K.ChanRecvDirect: {
      const c = channel(state, id);
      c.senders.remove((w) => w.msg === msg);
      c.sent++;
      c.received++;
      state.setHand(g, msg);
      break;
    }
    case K.ChanRecvWake: {
      const c = channel(state, id);
      c.handed.remove((m) => m === msg);
      c.received++;
      leaveQueues(state, g);
      state.setHand(g, msg);
      break;
    }
    case K.ChanRefill: {
      const c = channel(state, id);
      c.senders.remove((w) => w.msg === msg);
      c.buffer.push(msg);
      c.sent++;
      break;
    }
    case K.ChanRecvBlock:
      channel(state, id).receivers.push({ goroutine: g, msg: 0, select: false });
      joinQueue(state, g, id);
      state.setHand(g, 0);
      break;
    case K.ChanSendWake:
      leaveQueues(state, g);
      break;
    case K.ChanRecvClosed:
      leaveQueues(state, g);
      state.setHand(g, 0);
      break;
    case K.ChanClose:
      channel(state, id).closed = true;
      break;
    default:
  }
}

/** The value in hand has gone on its way. */
function letGo(state: State, g: number): void {
  if (g !== 0) state.setHand(g, 0);
}

/** g blocks in a select: it stands in the queue of every channel that the cases before this event named. */
function applySelectBlock(state: State, store: TraceStore, i: number, g: number): void {
  for (let j = i - 1; j >= 0 && store.goroutine(j) === g && store.kind(j) !== K.SelectEnter; j--) {
    if (store.kind(j) !== K.SelectCase || store.object(j) === 0) continue;
    const c = channel(state, store.object(j));
    const queue = store.b(j) === 0 ? c.receivers : c.senders;
    queue.push({ goroutine: g, msg: 0, select: true });
    joinQueue(state, g, store.object(j));
  }
}

function applySync(state: State, store: TraceStore, i: number, kind: number, g: number): void {
  const id = store.object(i);
  switch (kind) {
    case K.ObjectMake:
    case K.ContextMake:
      sync(state, id);
      break;
    case K.MutexLock:
    case K.RWLock:
      leaveQueues(state, g);
      sync(state, id).owner = g;
      break;
    case K.MutexUnlock:
    case K.RWUnlock:
      sync(state, id).owner = 0;
      break;
    case K.RWRLock:
    case K.RWRUnlock:
      hold(state, id, g, kind === K.RWRLock, store.a(i));
      break;
    case K.SemaAcquire:
    case K.SemaRelease: {
      const takes = kind === K.SemaAcquire;
      const s = sync(state, id);
      // Two processors that acquire at one time may tell of it in the other order: the larger count is the
      // later one.
      const late = takes && s.levelAtNs === store.time(i) && store.signedB(i) < s.counter;
      hold(state, id, g, takes, late ? s.counter : store.signedB(i));
      s.levelAtNs = takes ? store.time(i) : -1;
      break;
    }
    case K.WaitGroupAdd:
    case K.WaitGroupDone:
      sync(state, id).counter = store.signedB(i);
      break;
    case K.MutexBlock:
    case K.RWRBlock:
    case K.RWBlock:
    case K.WaitGroupBlock:
    case K.CondWait:
    case K.OnceBlock:
    case K.SemaBlock:
      waitFor(state, g, id);
      break;
    case K.OnceDo:
      if (store.a(i) !== 0) sync(state, id).owner = g;
      else sync(state, id).over = true;
      break;
    case K.OnceDone:
      sync(state, id).owner = 0;
      sync(state, id).over = true;
      break;
    case K.ContextCancel:
      sync(state, id).over = true;
      break;
    default:
      applyTimed(state, store, i, kind);
  }
}

/** g takes or gives back its part of something that several can hold; `counter` is what is held after it. */
function hold(state: State, id: number, g: number, takes: boolean, counter: number): void {
  const s = sync(state, id);
  if (takes) {
    leaveQueues(state, g);
    s.holders.push(g);
  } else s.holders.remove((h) => h === g);
  s.counter = counter;
}

/** Timers, semaphores' sizes, limiters, pools, and what comes from and goes to the outside world. */
function applyTimed(state: State, store: TraceStore, i: number, kind: number): void {
  const s = (): SyncState => sync(state, store.object(i));
  switch (kind) {
    case K.TimerStart:
      s().untilNs = store.wide(i);
      s().over = false;
      break;
    case K.TimerFire:
    case K.TimerStop:
      s().untilNs = 0;
      s().over ||= kind === K.TimerFire;
      break;
    case K.SemaMake:
      s().size = store.a(i);
      break;
    case K.LimiterSet:
      if (s().size === 0) s().level = store.b(i);
      s().size = store.b(i);
      s().intervalNs = store.a(i) * 1000;
      break;
    case K.LimiterTake:
    case K.LimiterRefuse:
      s().level = store.signedB(i) / 1000;
      s().levelAtNs = store.time(i);
      break;
    case K.PoolGet:
      if (store.a(i) !== 0) s().counter--;
      break;
    case K.PoolPut:
      s().counter++;
      break;
    case K.Signal:
      state.signalEvent = i;
      break;
    case K.HttpRequest:
    case K.HttpServe: {
      const request = { id: store.b(i), text: store.text(store.a(i)), goroutine: store.goroutine(i) };
      state.requests = [...state.requests, request];
      break;
    }
    case K.HttpResponse:
    case K.HttpDone: {
      const id = store.b(i);
      state.requests = state.requests.filter((r) => r.id !== id);
      break;
    }
    default:
  }
}

/** Changes `state`, which must be that after event i - 1, into that after event i. */
export function applyEvent(state: State, store: TraceStore, i: number): void {
  const kind = store.kind(i);
  const g = store.goroutine(i);
  state.event = i;
  if (g !== 0 && store.pos(i) !== 0 && kind !== K.GoUnblock) state.setPos(g, store.pos(i));
  if (kind >= K.ChanMake && kind <= K.ChanRecvEmpty) applyChannel(state, store, i, kind, g);
  else if (kind === K.SelectBlock) applySelectBlock(state, store, i, g);
  else if (kind >= K.MutexLock) applySync(state, store, i, kind, g);
  else if (kind === K.GoCreate) {
    state.enter(store.a(i), GState.Runnable, i);
    state.setPos(store.a(i), store.pos(i));
  } else if (kind === K.GoUnblock) {
    leaveQueues(state, store.a(i));
    state.enter(store.a(i), GState.Runnable, i);
    state.setWaker(store.a(i), g);
  } else if (kind === K.GoStart) leaveQueues(state, g);
  const after = stateAfter(store, i);
  if (g !== 0 && after !== GState.None) state.enter(g, after, i);
  if (after === GState.Done && g !== 0) state.setHand(g, 0);
}
