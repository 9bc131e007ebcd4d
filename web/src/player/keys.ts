// What the keys do, as a function of the player; the list that people read is shortcuts.ts. Keys that belong
// to a control or to the editor are left alone.

import type { StepUnit } from '../app/stepping.ts';
import { SPEEDS, type Player } from './player.ts';

/** What keys ask of the page besides the player. */
export interface StepFinder {
  /** One step by a unit; without one, by the unit that is chosen. */
  move(by: 1 | -1, unit?: StepUnit): void;
  selected(by: 1 | -1): void;
  hold(): void;
}

/** Lower case goes forwards, upper case back. */
const UNIT_KEYS: Readonly<Record<string, StepUnit>> = {
  s: 'statement',
  w: 'block',
  c: 'object',
  o: 'output',
};

/** Does what a key asks for; false when it means nothing here. */
export function pressKey(player: Player, key: string, shift: boolean, find: StepFinder): boolean {
  const unit = UNIT_KEYS[key.toLowerCase()];
  if (unit !== undefined) {
    find.move(key === key.toLowerCase() ? 1 : -1, unit);
    return true;
  }
  switch (key) {
    case ' ':
      player.toggle();
      return true;
    case 'ArrowRight':
      if (shift) player.stepBy(10);
      else find.move(1);
      return true;
    case 'ArrowLeft':
      if (shift) player.stepBy(-10);
      else find.move(-1);
      return true;
    case 'Home':
      player.pause();
      player.jump(-1);
      return true;
    case 'End':
      player.pause();
      player.jump(player.length - 1);
      return true;
    case '+':
    case '=':
      player.setSpeed(neighbour(player.speed, 1));
      return true;
    case '-':
    case '−':
      player.setSpeed(neighbour(player.speed, -1));
      return true;
    case ']':
    case '[':
      find.move(key === ']' ? 1 : -1, 'breakpoint');
      return true;
    case 'h':
      find.hold();
      return true;
    case 'n':
    case 'N':
      find.selected(key === 'n' ? 1 : -1);
      return true;
    default:
      return false;
  }
}

function neighbour(speed: number, by: 1 | -1): number {
  const at = SPEEDS.findIndex((s) => s >= speed);
  return SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + by))] ?? 1;
}
