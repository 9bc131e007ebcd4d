// What the keys do (keys.ts), as the list that people read. Figures have no such list and do not fetch it.

export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['space'], what: 'play or pause' },
  { keys: ['→', '←'], what: 'one step forward, one step back, by the unit that is chosen' },
  { keys: ['⇧ →', '⇧ ←'], what: 'ten events' },
  { keys: ['s', 'S'], what: 'next, previous statement of the chosen goroutine' },
  { keys: ['w', 'W'], what: 'where it waits next, where it waited before' },
  { keys: ['c', 'C'], what: 'next, previous event on the chosen channel or lock' },
  { keys: ['home', 'end'], what: 'the beginning, the end' },
  { keys: ['+', '−'], what: 'faster, slower' },
  { keys: ['o', 'O'], what: 'next, previous line of output' },
  { keys: ['n', 'N'], what: 'next, previous step of what is selected on the stage' },
  { keys: [']', '['], what: 'next, previous breakpoint' },
  { keys: ['F9'], what: 'set or remove a breakpoint on the line, in the code' },
  { keys: ['⇧ ⌥ F'], what: 'in the code: format it; Esc and then Tab leaves it' },
  { keys: ['h'], what: 'hold the chosen goroutine back, or let it go' },
  { keys: ['j', 'k'], what: 'on the stage: next, previous thing; Enter picks it or opens a group' },
  { keys: ['z', 'Z', '0'], what: 'on the stage: zoom in, out, show all; Alt and arrows move it' },
  { keys: ['?'], what: 'this list' },
];
