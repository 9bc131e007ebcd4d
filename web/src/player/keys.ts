// What the keys do, as a table and as a function of the player. Keys that belong to a control or to the
// editor are left alone.

import { SPEEDS, type Player } from './player.ts';

export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['space'], what: 'play or pause' },
  { keys: ['→', '←'], what: 'one step forward, one step back' },
  { keys: ['⇧ →', '⇧ ←'], what: 'ten steps' },
  { keys: ['home', 'end'], what: 'the beginning, the end' },
  { keys: ['+', '−'], what: 'faster, slower' },
  { keys: ['o', 'O'], what: 'next, previous line of output' },
  { keys: ['n', 'N'], what: 'next, previous step of what is selected on the stage' },
  { keys: ['?'], what: 'this list' },
];

/** Finds the steps that keys jump to, the nearest one in a direction; or goes there. */
export interface StepFinder {
  output(by: 1 | -1): number;
  selected(by: 1 | -1): void;
}

/** Does what a key asks for; false when it means nothing here. */
export function pressKey(player: Player, key: string, shift: boolean, find: StepFinder): boolean {
  switch (key) {
    case ' ':
      player.toggle();
      return true;
    case 'ArrowRight':
      player.stepBy(shift ? 10 : 1);
      return true;
    case 'ArrowLeft':
      player.stepBy(shift ? -10 : -1);
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
    case 'o':
      player.pause();
      player.jump(find.output(1));
      return true;
    case 'O':
      player.pause();
      player.jump(find.output(-1));
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
