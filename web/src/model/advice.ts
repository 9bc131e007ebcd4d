// What panics, fatal errors, limits and ways of being stuck mean, and what to try. Go's own words are the
// key; the texts are for people who meet them for the first time.

export interface Advice {
  /** The key in a panic's, fatal error's or limit's text. */
  readonly pattern: RegExp;
  readonly title: string;
  readonly means: string;
  readonly tries: readonly string[];
  /** What the numbers and types in the text say about this run; "" when it has none. */
  readonly found?: (text: string) => string;
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** "index out of range [3] with length 3". */
function indexFound(text: string): string {
  const [, index, length] = /\[(-?\d+)\](?: with length (\d+))?/.exec(text) ?? [];
  if (index === undefined) return '';
  if (length === undefined) return `Index ${index} was asked for.`;
  const has =
    length === '0' ? 'is empty' : `has ${plural(Number(length), 'element')}, 0 to ${Number(length) - 1}`;
  return `It ${has}; index ${index} was asked for.`;
}

/** "interface conversion: interface {} is string, not int". */
function conversionFound(text: string): string {
  const [, holds, wanted] = /(?:conversion: .* is |conversion: interface is )(.+), not (.+)/.exec(text) ?? [];
  if (holds === undefined || wanted === undefined) return '';
  const what = holds === 'nil' ? 'nothing (nil)' : `a value of type ${holds}`;
  return `The interface holds ${what}, and ${wanted} was asked for.`;
}

export const PANIC_ADVICE: readonly Advice[] = [
  {
    pattern: /send on closed channel/,
    title: 'A value was sent into a closed channel',
    means:
      'Closing a channel says that no more values will come. A send after that breaks the ' +
      'promise, so Go stops the program; it cannot be tested for beforehand.',
    tries: [
      'Let only the sender close the channel, after its last send.',
      'With several senders, count them with a WaitGroup and close in one more goroutine, after Wait.',
      'If it is the receiver who wants to stop, give the senders a context or a quit channel ' +
        'instead of closing theirs.',
    ],
  },
  {
    pattern: /close of closed channel/,
    title: 'A channel was closed twice',
    means:
      'Only the first close means something. The second shows that two places believe they own ' +
      'the channel.',
    tries: ['Decide on one goroutine that closes it.', 'Where that is hard, put the close into a sync.Once.'],
  },
  {
    pattern: /close of nil channel/,
    title: 'A channel was closed that was never made',
    means: 'The variable still has its zero value, nil: there is no channel to close.',
    tries: [
      'Make it first: make(chan T).',
      'Check that the variable you made is the one you close (:= in an inner block makes a new one).',
    ],
  },
  {
    pattern: /negative WaitGroup counter/,
    title: 'More was reported done than had been announced',
    means:
      'Each Done takes one off what Add has put there; below zero, somebody is counted who ' +
      'never was there.',
    tries: [
      'Call Add before the go statement, once for each goroutine.',
      'Call Done exactly once in each: defer wg.Done() on its first line.',
    ],
  },
  {
    pattern: /WaitGroup is reused|WaitGroup misuse/,
    title: 'A wait group was used again too early',
    means: 'Add was called for a new round while somebody still waited for the old one.',
    tries: ['Begin the next round after Wait has returned, or use a wait group for each round.'],
  },
  {
    pattern: /RUnlock of unlocked/,
    title: 'A read lock was released that nobody held',
    means: 'RLock and RUnlock come in pairs. Here an RUnlock ran without its RLock, or ran twice.',
    tries: [
      'Write defer mu.RUnlock() right behind mu.RLock().',
      'What was locked with Lock is released with Unlock, not with RUnlock.',
    ],
  },
  {
    pattern: /unlock of unlocked (RW)?[Mm]utex/i,
    title: 'A lock was released that nobody held',
    means: 'Lock and Unlock come in pairs. Here an Unlock ran without its Lock, or ran twice.',
    tries: [
      'Write defer mu.Unlock() right behind mu.Lock().',
      'Do not copy a struct with a mutex in it: the copy has a lock of its own.',
    ],
  },
  {
    pattern: /concurrent map (writes|read and map write|iteration)/,
    title: 'Two goroutines used a map at once, and one of them wrote',
    means: 'Maps are not made for that; the runtime noticed it and stopped before the map was damaged.',
    tries: [
      'Guard the map with a mutex.',
      'Let one goroutine own it and send it requests.',
      'For many reads and few writes, sync.RWMutex or sync.Map.',
    ],
  },
  {
    pattern: /assignment to entry in nil map/,
    title: 'Something was stored in a map that was never made',
    means: 'Reading from a nil map is allowed, writing is not: there is nowhere to put it.',
    tries: ['Make it first: m := make(map[K]V).'],
  },
  {
    pattern: /nil pointer dereference|invalid memory address/,
    title: 'A nil pointer was followed',
    means: 'The pointer (or interface, or func) has its zero value, nil, and leads nowhere.',
    tries: [
      'Look at the variables of this line in Inside: one of them is <nil>.',
      'Check the error that came with the value before using it.',
    ],
  },
  {
    pattern: /slice bounds out of range/,
    title: 'A slice expression beyond the end',
    means:
      's[low:high] needs 0 ≤ low ≤ high, and high at most the capacity of a slice or the length of an ' +
      'array or string; the number in brackets is the one that does not fit.',
    tries: ['Compare the bounds with len() first, or take min(high, len(s)).'],
  },
  {
    pattern: /index out of range/,
    title: 'An index beyond the end',
    found: indexFound,
    means:
      'What has length n has the indices 0 to n-1. Where several goroutines append or count, the length ' +
      'may have changed in between.',
    tries: [
      'Compare the index with len() first.',
      'If several goroutines append to one slice, guard it with a mutex or collect through a channel.',
    ],
  },
  {
    pattern: /integer divide by zero/,
    title: 'A division by zero',
    means: 'Integer division has no result for zero, so Go panics.',
    tries: ['Test the divisor first.'],
  },
  {
    pattern: /interface conversion|type assertion/,
    title: 'A value had another type than was claimed',
    found: conversionFound,
    means: 'v.(T) panics when v holds something else.',
    tries: ['Ask with two results: t, ok := v.(T).', 'Use a type switch where several types are possible.'],
  },
  {
    pattern: /makechan: size out of range|makeslice/,
    title: 'Something was made with an impossible size',
    means: 'The size is negative or far too large.',
    tries: ['Check where the number comes from.'],
  },
  {
    pattern: /stack overflow|exceeds .*-byte limit/,
    title: 'The stack grew without end',
    means: 'A function calls itself, directly or in a circle, and nothing ends it.',
    tries: ['Look for the case in which the recursion should stop.'],
  },
];

export const PLAIN_PANIC: Advice = {
  pattern: /^/,
  title: 'The program panicked',
  means: 'Nobody recovered from the panic, so it ended the whole program, all other goroutines included.',
  tries: [
    'Return an error where the caller can do something about it.',
    'A goroutine that must not take the others down recovers in a deferred function of its own.',
  ],
};

export const LIMIT_ADVICE: readonly Advice[] = [
  {
    pattern: /instructions/,
    title: 'Stopped: the program computes without end',
    means: 'It used up the instructions one run may have. What happened until then has been recorded.',
    tries: [
      'Is there a loop that never blocks and never ends?',
      'Make the work smaller: the picture shows the same.',
    ],
  },
  {
    pattern: /virtual time/,
    title: 'Stopped: the virtual clock ran out',
    means:
      'The program sleeps or ticks on and on. Time is virtual here, so it passes as fast as the ' +
      'program allows.',
    tries: ['Give the program an end: a context with a timeout, a number of rounds, a signal as an input.'],
  },
  {
    pattern: /events/,
    title: 'Stopped: more happened than can be recorded',
    means: 'The run is longer than one recording. What happened until then can be viewed.',
    tries: ['Fewer rounds or goroutines show the same pattern.'],
  },
  {
    pattern: /goroutine/,
    title: 'Stopped: too many goroutines',
    means: 'Goroutines are started faster than they end. In a server this is how memory runs out.',
    tries: ['Bound them: a worker pool, a semaphore, errgroup.SetLimit.'],
  },
  {
    pattern: /stack|memory|heap|MiB/,
    title: 'Stopped: out of memory',
    means: 'What the program keeps has grown beyond what one page may use.',
    tries: ['Look in Inside for what grows: a slice, a map, or values waiting in a buffer.'],
  },
  {
    pattern: /output|printed/,
    title: 'Stopped: too much output',
    means: 'The program prints without end.',
    tries: ['Print less, or less often.'],
  },
];

export const PLAIN_LIMIT: Advice = {
  pattern: /^/,
  title: 'Stopped at a limit',
  means: 'The run was cut short; what happened until then has been recorded.',
  tries: ['Make the work smaller.'],
};

/** By Go's wait reason: what being stuck there mostly comes from. */
export const STUCK_ADVICE: Readonly<
  Record<string, { readonly means: string; readonly tries: readonly string[] }>
> = {
  'chan send': {
    means: 'It has a value that nobody takes.',
    tries: [
      'Is there a receiver for every value, also when the receiver leaves early?',
      'Give the sender a way out: select { case ch <- v: case <-ctx.Done(): }.',
      'Room for one value is enough when there is exactly one answer: make(chan T, 1).',
    ],
  },
  'chan receive': {
    means: 'It waits for a value, or for the channel to be closed, and neither comes.',
    tries: [
      'Who closes the channel? for range over a channel ends only when it is closed.',
      'Close it after the last send; with several senders, after a WaitGroup.',
      'Leave early with a context: select { case v := <-ch: case <-ctx.Done(): }.',
    ],
  },
  select: {
    means: 'None of its cases can ever become ready.',
    tries: ['Add a case that always ends it: <-ctx.Done(), or a timeout.'],
  },
  'select (no cases)': {
    means: 'select {} waits for ever, by design.',
    tries: ['Wait for something that comes instead: a WaitGroup, a channel, a signal.'],
  },
  'chan receive (nil chan)': {
    means: 'The channel variable is nil, and receiving from nil waits for ever.',
    tries: ['Make the channel before you use it: make(chan T).'],
  },
  'chan send (nil chan)': {
    means: 'The channel variable is nil, and sending to nil waits for ever.',
    tries: ['Make the channel before you use it: make(chan T).'],
  },
  'sync.Mutex.Lock': {
    means: 'The lock it wants is never released.',
    tries: [
      'Write defer mu.Unlock() right behind every Lock.',
      'Take several locks always in the same order.',
      'A mutex cannot be locked twice by the same goroutine: split off a function that expects it locked.',
    ],
  },
  'sync.RWMutex.Lock': {
    means: 'It wants to write, and somebody never stops reading or writing.',
    tries: ['Pair every RLock with RUnlock.', 'A reader cannot become a writer: unlock first.'],
  },
  'sync.RWMutex.RLock': {
    means: 'It wants to read, and a writer holds the lock or waits for it.',
    tries: ['Do not take a read lock twice in one goroutine: a waiting writer gets in between.'],
  },
  'sync.WaitGroup.Wait': {
    means: 'Fewer goroutines report done than were announced.',
    tries: [
      'defer wg.Done() on the first line of each goroutine, so that it runs on every way out.',
      'Pass the wait group as a pointer: a copy counts for itself.',
      'If the workers wait for somebody to take their results, let another goroutine do the Wait.',
    ],
  },
  'sync.Cond.Wait': {
    means: 'Nobody signals any more.',
    tries: [
      'Signal after every change of the condition, and test the condition in a loop.',
      'Broadcast when several wait for different things.',
    ],
  },
  'sync.Once.Do': {
    means: 'The first call of this Once never comes back.',
    tries: ['The function given to Do must not call Do of the same Once, nor wait for somebody who does.'],
  },
  'semaphore.Acquire': {
    means: 'Its places are never released.',
    tries: [
      'Write defer sem.Release(n) right behind Acquire, with the same n.',
      'Acquire all that is needed at once: two halves may each wait for the other.',
    ],
  },
  sleep: { means: 'It sleeps.', tries: [] },
  'IO wait': {
    means: 'It waits for the outside world.',
    tries: ['Give the program an input, or a timeout.'],
  },
};
