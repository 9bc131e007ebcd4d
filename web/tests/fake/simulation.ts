// A small simulation of goroutines and channels that writes the events a real run would: enough for
// tests and for looking at the page. A goroutine is a JavaScript generator that yields the operation it
// wants.

import { EventKind as K } from '../../src/generated/events.ts';
import { Recorder, type FakeTrace } from './recorder.ts';

export interface FakeChannel {
  readonly id: number;
  readonly name: string;
  readonly capacity: number;
  buffer: { value: string; msg: number }[];
  senders: { g: Task; value: string; msg: number }[];
  receivers: Task[];
  closed: boolean;
}

export interface FakeWaitGroup {
  readonly id: number;
  counter: number;
  waiters: Task[];
}

export type Op =
  | { op: 'send'; to: FakeChannel; value: string; line: number }
  | { op: 'receive'; from: FakeChannel; line: number }
  | { op: 'close'; what: FakeChannel; line: number }
  | { op: 'sleep'; ns: number; line: number }
  | { op: 'print'; text: string; line: number }
  | { op: 'go'; name: string; body: (() => Body) | Body; line: number }
  | { op: 'add'; wg: FakeWaitGroup; n: number; line: number }
  | { op: 'done'; wg: FakeWaitGroup; line: number }
  | { op: 'wait'; wg: FakeWaitGroup; line: number };

/** Receives yield the value, or undefined when the channel is closed and empty. */
export type Body = Generator<Op, void, string | undefined>;

interface Task {
  readonly id: number;
  readonly body: Body;
  answer: string | undefined;
  /** Written when it runs again: the event that finishes a blocked operation. */
  resume: (() => void) | undefined;
}

const COST_NS = 900;

export class Simulation {
  private readonly out = new Recorder();
  private now = 0;
  private nextGoroutine = 1;
  private nextObject = 1;
  private nextMsg = 1;
  private ready: Task[] = [];
  private sleeping: { at: number; task: Task }[] = [];

  channel(name: string, capacity: number, line: number): FakeChannel {
    const id = this.nextObject++;
    this.out.event(this.now, K.ChanMake, 1, id, line, capacity, this.out.text(name));
    return { id, name, capacity, buffer: [], senders: [], receivers: [], closed: false };
  }

  waitGroup(name: string, line: number): FakeWaitGroup {
    const id = this.nextObject++;
    this.out.event(this.now, K.ObjectMake, 1, id, line, this.out.text('sync.WaitGroup'), this.out.text(name));
    return { id, counter: 0, waiters: [] };
  }

  run(main: (sim: Simulation) => Body): FakeTrace {
    this.out.event(0, K.RunStart, 0, 0, 0, 4, 7);
    this.spawn(0, 'main', 0, () => main(this));
    for (;;) {
      const task = this.ready.shift();
      if (task !== undefined) {
        if (this.step(task)) break;
        continue;
      }
      this.sleeping.sort((x, y) => x.at - y.at);
      const next = this.sleeping.shift();
      if (next === undefined) {
        this.out.event(this.now, K.Deadlock, 0, 0, 0, 1);
        break;
      }
      this.now = next.at;
      this.wake(0, next.task);
    }
    this.out.event(this.now, K.RunEnd, 0, 0, 0, 0, this.out.text('the program is over'));
    return this.out.finish();
  }

  private spawn(parent: number, name: string, line: number, body: (() => Body) | Body): void {
    const id = this.nextGoroutine++;
    this.out.event(this.now, K.GoCreate, parent, 0, line, id, this.out.text(name));
    this.ready.push({
      id,
      body: typeof body === 'function' ? body() : body,
      answer: undefined,
      resume: undefined,
    });
  }

  private wake(by: number, task: Task): void {
    this.out.event(this.now, K.GoUnblock, by, 0, 0, task.id);
    this.ready.push(task);
  }

  /** Runs a task until it blocks; true when main is over. */
  private step(task: Task): boolean {
    this.out.event(this.now, K.GoStart, task.id);
    task.resume?.();
    task.resume = undefined;
    for (;;) {
      const { value: op, done } = task.body.next(task.answer);
      task.answer = undefined;
      this.now += COST_NS;
      if (done === true) {
        this.out.event(this.now, task.id === 1 ? K.MainReturn : K.GoEnd, task.id);
        return task.id === 1;
      }
      if (!this.perform(task, op)) return false;
    }
  }

  /** Performs one operation; false when the task has to wait. */
  private perform(task: Task, op: Op): boolean {
    switch (op.op) {
      case 'send':
        return this.send(task, op.to, op.value, op.line);
      case 'receive':
        return this.receive(task, op.from, op.line);
      case 'close':
        return this.close(task, op.what, op.line);
      case 'sleep': {
        const at = this.now + op.ns;
        this.out.event(this.now, K.GoSleep, task.id, 0, op.line, at >>> 0, Math.floor(at / 4294967296));
        this.sleeping.push({ at, task });
        return false;
      }
      case 'print':
        this.out.event(this.now, K.Output, task.id, 0, op.line, this.out.text(op.text), 1);
        return true;
      case 'go':
        this.spawn(task.id, op.name, op.line, op.body);
        return true;
      default:
        return this.waitGroupOp(task, op);
    }
  }

  private send(task: Task, to: FakeChannel, value: string, line: number): boolean {
    const id = this.out.text(value);
    const msg = this.nextMsg++;
    const receiver = to.receivers.shift();
    if (receiver !== undefined) {
      this.out.event(this.now, K.ChanSendDirect, task.id, to.id, line, id, msg);
      receiver.answer = value;
      receiver.resume = () => this.out.event(this.now, K.ChanRecvWake, receiver.id, to.id, 0, id, msg);
      this.wake(task.id, receiver);
      return true;
    }
    if (to.buffer.length < to.capacity) {
      to.buffer.push({ value, msg });
      this.out.event(this.now, K.ChanSendBuffer, task.id, to.id, line, id, msg);
      return true;
    }
    this.out.event(this.now, K.ChanSendBlock, task.id, to.id, line, id, msg);
    to.senders.push({ g: task, value, msg });
    return false;
  }

  private receive(task: Task, from: FakeChannel, line: number): boolean {
    const { out } = this;
    const item = from.buffer.shift();
    const sender = from.senders.shift();
    if (item === undefined && sender === undefined) {
      if (from.closed) {
        out.event(this.now, K.ChanRecvClosed, task.id, from.id, line);
        return true;
      }
      out.event(this.now, K.ChanRecvBlock, task.id, from.id, line);
      from.receivers.push(task);
      return false;
    }
    const got = item ?? sender!;
    task.answer = got.value;
    out.event(
      this.now,
      item !== undefined ? K.ChanRecvBuffer : K.ChanRecvDirect,
      task.id,
      from.id,
      line,
      out.text(got.value),
      got.msg,
    );
    if (sender !== undefined) {
      if (item !== undefined) {
        from.buffer.push(sender);
        out.event(this.now, K.ChanRefill, task.id, from.id, line, out.text(sender.value), sender.msg);
      }
      sender.g.resume = () =>
        out.event(this.now, K.ChanSendWake, sender.g.id, from.id, 0, out.text(sender.value), sender.msg);
      this.wake(task.id, sender.g);
    }
    return true;
  }

  private close(task: Task, what: FakeChannel, line: number): boolean {
    what.closed = true;
    this.out.event(this.now, K.ChanClose, task.id, what.id, line, what.receivers.length);
    for (const receiver of what.receivers.splice(0)) {
      receiver.resume = () => this.out.event(this.now, K.ChanRecvClosed, receiver.id, what.id, 0);
      this.wake(task.id, receiver);
    }
    return true;
  }

  private waitGroupOp(task: Task, op: Extract<Op, { wg: FakeWaitGroup }>): boolean {
    const { wg } = op;
    if (op.op === 'wait') {
      if (wg.counter === 0) {
        this.out.event(this.now, K.WaitGroupWait, task.id, wg.id, op.line, 0);
        return true;
      }
      this.out.event(this.now, K.WaitGroupBlock, task.id, wg.id, op.line, wg.counter);
      wg.waiters.push(task);
      return false;
    }
    const delta = op.op === 'add' ? op.n : -1;
    wg.counter += delta;
    if (op.op === 'add') this.out.event(this.now, K.WaitGroupAdd, task.id, wg.id, op.line, delta, wg.counter);
    else this.out.event(this.now, K.WaitGroupDone, task.id, wg.id, op.line, 0, wg.counter);
    if (wg.counter === 0) for (const waiter of wg.waiters.splice(0)) this.wake(task.id, waiter);
    return true;
  }
}
