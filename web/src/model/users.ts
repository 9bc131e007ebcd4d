// Which goroutines have to do with an object, and how: who sends, receives, closes, signals, reports done.
// One pass over the events, kept per run and continued as the run grows.

import { EventKind as K } from '../generated/events.ts';
import type { RunIndex } from './run_index.ts';

export type Role = 'send' | 'receive' | 'close' | 'add' | 'done' | 'signal' | 'release';

const ROLES = new Map<number, Role>([
  [K.ChanSendBuffer, 'send'],
  [K.ChanSendDirect, 'send'],
  [K.ChanSendBlock, 'send'],
  [K.ChanSendFull, 'send'],
  [K.ChanRecvBuffer, 'receive'],
  [K.ChanRecvDirect, 'receive'],
  [K.ChanRecvBlock, 'receive'],
  [K.ChanRecvClosed, 'receive'],
  [K.ChanRecvEmpty, 'receive'],
  [K.ChanClose, 'close'],
  [K.WaitGroupDone, 'done'],
  [K.CondSignal, 'signal'],
  [K.CondBroadcast, 'signal'],
  [K.SemaRelease, 'release'],
]);

class Users {
  private readonly roles = new Map<number, Map<number, Set<Role>>>();
  private seen = 0;

  extend(run: RunIndex): void {
    const { store } = run;
    for (; this.seen < store.length; this.seen++) {
      const i = this.seen;
      const kind = store.kind(i);
      let role = ROLES.get(kind);
      if (kind === K.SelectCase && store.b(i) < 2) role = store.b(i) === 0 ? 'receive' : 'send';
      if (kind === K.WaitGroupAdd) role = store.signedA(i) < 0 ? 'done' : 'add';
      if (role !== undefined && store.object(i) !== 0) this.note(store.object(i), store.goroutine(i), role);
    }
  }

  private note(object: number, goroutine: number, role: Role): void {
    if (goroutine === 0) return;
    let users = this.roles.get(object);
    if (users === undefined) this.roles.set(object, (users = new Map()));
    const roles = users.get(goroutine);
    if (roles === undefined) users.set(goroutine, new Set([role]));
    else roles.add(role);
  }

  of(object: number, roles: readonly Role[]): number[] {
    const users: number[] = [];
    for (const [g, has] of this.roles.get(object) ?? [])
      if (roles.some((role) => has.has(role))) users.push(g);
    return users;
  }
}

const perRun = new WeakMap<RunIndex, Users>();

/** The goroutines that have ever used the object in one of these roles, in order of first use. */
export function usersOf(run: RunIndex, object: number, roles: readonly Role[]): number[] {
  let users = perRun.get(run);
  if (users === undefined) perRun.set(run, (users = new Users()));
  users.extend(run);
  return users.of(object, roles);
}
