// What the page says about programs that go wrong, each run by the real engine: Go's words as Go prints them,
// the line where it happened, why in this run, and advice that fits. Each row is named after what was wrong
// or missing in the explanation once.

import { expect, it } from 'vitest';
import { openLab, runProgram, type AppElement } from './lab.ts';
import { settled, useSite, visit } from './site.ts';

const { browser, site } = await useSite(false);

interface Case {
  readonly bug: string;
  readonly imports: string;
  readonly body: string;
  /** Kind of the first finding. */
  readonly kind: string;
  readonly says: readonly string[];
  readonly not?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    bug: 'a panic in main had no line, and “fatal error:” stood before Go’s “panic:”',
    imports: '"fmt"',
    body:
      'func main() {\n\ts := []int{1, 2, 3}\n\tfor i := 0; i <= len(s); i++ {\n' +
      '\t\tfmt.Println(s[i])\n\t}\n}',
    kind: 'panic',
    says: [
      'panic: runtime error: index out of range [3] with length 3',
      'in line 10',
      'has 3 elements, 0 to 2',
    ],
    not: ['fatal error'],
  },
  {
    bug: 'a panic in a called function was said to be in the line of the call',
    imports: '"fmt"',
    body:
      'type E struct{}\n\nfunc (E) Error() string { return fmt.Sprint("no") }\n\nfunc work(n int) {\n' +
      '\tif n == 0 {\n\t\tpanic(E{})\n\t}\n\twork(n - 1)\n}\n\nfunc main() { work(2) }',
    kind: 'panic',
    says: ['panic: ', 'in line 13'],
  },
  {
    bug: 'the first of two panics was not shown',
    imports: '"fmt"',
    body: 'func main() {\n\tdefer func() { panic("second") }()\n\tpanic(fmt.Sprint("first"))\n}',
    kind: 'panic',
    says: ['panic: first', 'panic: second'],
  },
  {
    bug: 'a slice expression was explained as an index',
    imports: '"fmt"',
    body: 'func main() {\n\ts, n := make([]int, 2), 5\n\tfmt.Println(s[1:n])\n}',
    kind: 'panic',
    says: ['[:5] with capacity 2', 'A slice expression beyond the end'],
  },
  {
    bug: 'the holder of a lock was not named',
    imports: '"sync"',
    body:
      'func main() {\n\tvar mu sync.Mutex\n\tdone := make(chan bool)\n' +
      '\tgo func() { mu.Lock(); done <- true }()\n\t<-done\n\tmu.Lock()\n}',
    kind: 'deadlock',
    says: ['main.func1 locked it in line 10 and is over', 'defer mu.Unlock()', 'had locked it and is over'],
    not: ['is ready to run', 'same order'],
  },
  {
    bug: 'reading a lock that one writes was explained as reading twice',
    imports: '"sync"',
    body:
      'type s struct{ mu sync.RWMutex }\n\nfunc (s *s) get() { s.mu.RLock() }\n\n' +
      'func main() {\n\tx := &s{}\n\tx.mu.Lock()\n\tx.get()\n}',
    kind: 'deadlock',
    says: ['it holds', 'itself since line 13', 'cannot be taken twice'],
    not: ['a waiting writer gets in between'],
  },
  {
    bug: 'a range that nobody ends was explained like any receive',
    imports: '"fmt"',
    body:
      'func main() {\n\tch := make(chan int)\n\tgo func() { ch <- 1 }()\n' +
      '\tfor v := range ch {\n\t\tfmt.Println(v)\n\t}\n}',
    kind: 'deadlock',
    says: ['main.func1, its sender, is over, and nobody closed it', 'defer close(ch) in main.func1'],
  },
  {
    bug: 'a receive that comes too late was not pointed at',
    imports: '"fmt"',
    body: 'func main() {\n\tch := make(chan string)\n\tch <- "hello"\n\tfmt.Println(<-ch)\n}',
    kind: 'deadlock',
    says: ['line 10, which would receive, is never reached'],
  },
  {
    bug: 'a signal before the wait was not pointed at',
    imports: '"sync"',
    body: 'func main() {\n\tc := sync.NewCond(&sync.Mutex{})\n\tc.Signal()\n\tc.L.Lock()\n\tc.Wait()\n}',
    kind: 'deadlock',
    says: ['the last signal came from main in line 9, before this Wait'],
  },
  {
    bug: 'a copied wait group got advice for everything else',
    imports: '"sync"',
    body:
      'func work(wg sync.WaitGroup) { wg.Done() }\n\nfunc main() {\n\tvar wg sync.WaitGroup\n' +
      '\twg.Add(1)\n\tgo work(wg)\n\twg.Wait()\n}',
    kind: 'deadlock',
    says: ['2 wait groups of this name', 'as a pointer'],
    not: ['on every way out'],
  },
  {
    bug: 'two goroutines left in a cycle were two unrelated findings',
    imports: '"sync"\n\t"time"',
    body:
      'func main() {\n\tvar a, b sync.Mutex\n' +
      '\tgo func() { a.Lock(); time.Sleep(1e6); b.Lock() }()\n' +
      '\tgo func() { b.Lock(); time.Sleep(1e6); a.Lock() }()\n\ttime.Sleep(1e7)\n}',
    kind: 'leak',
    says: ['main.func1 and main.func2 wait for each other for ever', 'Take a and b always in the same order'],
  },
  {
    bug: 'four goroutines at four channels were said to wait at the first one',
    imports: '"time"',
    body:
      'func ask() {\n\tch := make(chan int)\n\tgo func() { ch <- 1 }()\n}\n\n' +
      'func main() {\n\tfor range 4 {\n\t\task()\n\t}\n\ttime.Sleep(1e6)\n}',
    kind: 'leak',
    says: ['ask #1, ask #2, ask #3 and 1 more are left behind', 'each at its own ch'],
  },
  {
    bug: 'a context that nobody cancels was explained as a channel, and channels were called “ch”',
    imports: '"context"\n\t"time"',
    body:
      'func watch(ctx context.Context) {\n\tselect {\n\tcase <-ctx.Done():\n' +
      '\tcase <-make(chan int):\n\t}\n}\n\n' +
      'func main() {\n\tctx, cancel := context.WithCancel(context.Background())\n\t_ = cancel\n' +
      '\tgo watch(ctx)\n\ttime.Sleep(1e6)\n}',
    kind: 'leak',
    says: ['nobody cancels ctx', 'defer cancel()'],
  },
  {
    bug: 'the advice for a channel did not name it',
    imports: '"time"',
    body:
      'func worker(jobs <-chan int) {\n\tfor range jobs {\n\t}\n}\n\n' +
      'func main() {\n\tjobs := make(chan int)\n\tgo worker(jobs)\n\tjobs <- 1\n\ttime.Sleep(1e6)\n}',
    kind: 'leak',
    says: ['main, its sender, is over, and nobody closed it', 'defer close(jobs) in main'],
  },
  {
    bug: 'log.Fatal counted as “nothing went wrong”',
    imports: '"log"',
    body: 'func main() {\n\tdefer println("never")\n\tlog.Fatal("cannot go on")\n}',
    kind: 'exit',
    says: ['exit status 1', 'deferred functions do not run', 'line 9'],
  },
];

it.each(CASES)('$bug', async ({ imports, body, kind, says, not }) => {
  const page = await openLab(browser, site, '?p=own&tab=code');
  await runProgram(page, `package main\n\nimport (\n\t${imports}\n)\n\n${body}\n`);
  await page.getByRole('tab', { name: /Findings/ }).click();
  const finding = page.locator('findings-panel [data-finding]').first();
  await finding.waitFor();
  expect(await finding.getAttribute('data-finding')).toBe(kind);
  const chain = await finding.locator('wait-chain ol, wait-chain p').allInnerTexts();
  const text = [await finding.innerText(), ...chain].join(' ');
  for (const one of says) expect(text).toContain(one);
  for (const one of not ?? []) expect(text).not.toContain(one);
  await page.context().close();
});

// The panel was opened below what a phone shows, so the button seemed to do nothing.
it('“Why?” on a phone brings the explanation into sight', async () => {
  const { page, problems } = await visit(browser, site, '?p=deadlock_lock_order', {
    viewport: { width: 390, height: 844 },
  });
  await settled(page);
  await page.evaluate(() => {
    const { player } = (document.querySelector('sluice-app') as unknown as AppElement).session;
    player.pause();
    player.jump(player.length - 1);
  });
  await page.locator('[data-explain]').click();
  const title = page.locator('findings-panel h2').first();
  await expect.poll(async () => (await title.boundingBox())?.y ?? 9999).toBeLessThan(500);
  expect(problems).toEqual([]);
  await page.context().close();
});
