// One animation frame loop for the page. It sleeps whenever nothing moves: no endless motion, no work
// off screen.

import type { Session } from './session.ts';

const LONGEST_TICK_MS = 100;

export class FrameLoop {
  private scheduled = false;
  private last = 0;

  constructor(private readonly session: Session) {
    for (const topic of ['step', 'run', 'status'] as const) session.on(topic, () => this.wake());
  }

  /** Asks for a frame, soon. */
  wake(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.scheduled = false;
    const { player } = this.session;
    const dt = this.last === 0 ? 16 : Math.min(LONGEST_TICK_MS, now - this.last);
    player.tick(dt);
    this.session.emit('frame');
    this.last = player.moving ? now : 0;
    if (player.moving) this.wake();
  }
}
