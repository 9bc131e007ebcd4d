// Package testing runs tests and benchmarks and prints what `go test -v` prints.
package testing

import (
	"context"
	"fmt"
	"internal/rt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// An InternalTest is a test by name.
type InternalTest struct {
	Name string
	F    func(*T)
}

// An InternalBenchmark is a benchmark by name.
type InternalBenchmark struct {
	Name string
	F    func(*B)
}

// An InternalExample is an example by name, with what it should print.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// TB is what T and B have in common.
type TB interface {
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
}

type common struct {
	mu       sync.Mutex
	name     string
	level    int
	failed   bool
	skipped  bool
	finished bool
	silent   bool
	cleanups []func()
	start    time.Time
	duration time.Duration
	parent   *common
	group    *group
	done     chan bool
	ctx      context.Context
}

// A group holds the parallel tests of one parent until that has ended.
type group struct {
	release chan struct{}
	wg      sync.WaitGroup
}

func (c *common) Name() string { return c.name }

// helpers are the functions whose lines are not shown, because their callers' are of interest.
var helpers = map[string]bool{}

// Helper makes messages name the line of the caller's caller.
func (c *common) Helper() {
	if pc, _, _, ok := runtime.Caller(1); ok {
		rt.Pin()
		helpers[runtime.FuncForPC(pc).Name()] = true
		rt.Unpin()
	}
}

func (c *common) Fail() {
	for p := c; p != nil; p = p.parent {
		p.mu.Lock()
		p.failed = true
		p.mu.Unlock()
	}
}

func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

func (c *common) FailNow() {
	c.Fail()
	c.finished = true
	runtime.Goexit()
}

func (c *common) SkipNow() {
	c.skipped, c.finished = true, true
	runtime.Goexit()
}

// log prints one message with the place of the caller depth frames up.
func (c *common) log(depth int, s string) {
	if c.silent {
		return
	}
	s = strings.TrimSuffix(s, "\n")
	pc, file, line, ok := runtime.Caller(depth + 1)
	for more := depth + 2; ok && helpers[runtime.FuncForPC(pc).Name()]; more++ {
		pc, file, line, ok = runtime.Caller(more)
	}
	if !ok {
		file, line = "???", 1
	}
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		file = file[i+1:]
	}
	fmt.Printf("    %s:%d: %s\n", file, line, strings.ReplaceAll(s, "\n", "\n        "))
}

func (c *common) Log(args ...any)                 { c.log(1, fmt.Sprintln(args...)) }
func (c *common) Logf(format string, args ...any) { c.log(1, fmt.Sprintf(format, args...)) }

func (c *common) Error(args ...any) {
	c.log(1, fmt.Sprintln(args...))
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.log(1, fmt.Sprintf(format, args...))
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.log(1, fmt.Sprintln(args...))
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.log(1, fmt.Sprintf(format, args...))
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.log(1, fmt.Sprintln(args...))
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.log(1, fmt.Sprintf(format, args...))
	c.SkipNow()
}

func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	c.cleanups = append(c.cleanups, f)
	c.mu.Unlock()
}

func (c *common) Setenv(key, value string) {
	old, had := os.LookupEnv(key)
	os.Setenv(key, value)
	c.Cleanup(func() {
		if had {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// TempDir makes a folder that goes away with the test.
func (c *common) TempDir() string {
	dir, err := os.MkdirTemp("", strings.ReplaceAll(c.name, "/", "_"))
	if err != nil {
		panic(err)
	}
	c.mu.Lock()
	c.cleanups = append(c.cleanups, func() { os.RemoveAll(dir) })
	c.mu.Unlock()
	return dir
}

func (c *common) runCleanups() {
	for len(c.cleanups) > 0 {
		f := c.cleanups[len(c.cleanups)-1]
		c.cleanups = c.cleanups[:len(c.cleanups)-1]
		f()
	}
}

func (c *common) report() {
	result := "PASS"
	if c.failed {
		result = "FAIL"
	} else if c.skipped {
		result = "SKIP"
	}
	indent := strings.Repeat("    ", c.level)
	fmt.Printf("%s--- %s: %s (%.2fs)\n", indent, result, c.name, c.duration.Seconds())
}

// T is a running test.
type T struct {
	common
	own      group
	parallel bool
	subtests []*T
}

// Parallel lets the rest of the test run together with other parallel tests, when the serial ones are over.
func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	t.parallel = true
	fmt.Printf("=== PAUSE %s\n", t.name)
	t.duration += time.Since(t.start)
	group := t.group
	group.wg.Add(1)
	t.done <- true
	<-group.release
	fmt.Printf("=== CONT  %s\n", t.name)
	t.start = time.Now()
}

// Deadline tells when the test must be over: never.
func (t *T) Deadline() (deadline time.Time, ok bool) { return }

// Run runs f as a subtest.
func (t *T) Run(name string, f func(t *T)) bool {
	name = strings.ReplaceAll(name, " ", "_")
	if name == "" {
		name = fmt.Sprintf("#%02d", len(t.subtests))
	}
	full := t.name + "/" + name
	for n := 1; t.used(full); n++ {
		full = fmt.Sprintf("%s/%s#%02d", t.name, name, n)
	}
	sub := newTest(full, t.level+1, &t.common, &t.own)
	t.subtests = append(t.subtests, sub)
	sub.execute(f)
	return !sub.Failed()
}

func (t *T) used(name string) bool {
	for _, sub := range t.subtests {
		if sub.name == name {
			return true
		}
	}
	return false
}

func newTest(name string, level int, parent *common, g *group) *T {
	t := &T{}
	t.name, t.level, t.parent, t.group = name, level, parent, g
	t.done = make(chan bool, 1)
	t.own.release = make(chan struct{})
	return t
}

// execute runs the test until it is over or pauses.
func (t *T) execute(f func(*T)) {
	fmt.Printf("=== RUN   %s\n", t.name)
	t.start = time.Now()
	go t.body(f)
	<-t.done
	if !t.parallel && t.level == 0 {
		t.tell()
	}
}

// tell prints the results of a test and its subtests.
func (t *T) tell() {
	t.report()
	for _, sub := range t.subtests {
		sub.tell()
	}
}

func (t *T) body(f func(*T)) {
	defer func() {
		err := recover()
		if err == nil && !t.finished {
			err = "test executed panic(nil) or runtime.Goexit"
		}
		if err != nil {
			t.Fail()
			t.duration += time.Since(t.start)
			for p := &t.common; p != nil; p = p.parent {
				p.report()
			}
			panic(err)
		}
		close(t.own.release)
		t.own.wg.Wait()
		t.runCleanups()
		t.duration += time.Since(t.start)
		if t.parallel {
			if t.level == 0 {
				t.tell()
			}
			t.group.wg.Done()
			return
		}
		t.done <- true
	}()
	f(t)
	t.finished = true
}

// RunAll runs tests and benchmarks and ends the program with status 1 if one fails.
func RunAll(tests []InternalTest, benchmarks []InternalBenchmark) {
	top := &group{release: make(chan struct{})}
	ok := true
	var all []*T
	for _, test := range tests {
		t := newTest(test.Name, 0, nil, top)
		all = append(all, t)
		t.execute(test.F)
	}
	close(top.release)
	top.wg.Wait()
	for _, t := range all {
		ok = ok && !t.failed
	}
	for _, example := range examples {
		ok = runExample(example) && ok
	}
	for _, bench := range benchmarks {
		ok = runBenchmark(bench) && ok
	}
	if !ok {
		fmt.Println("FAIL")
		os.Exit(1)
	}
	fmt.Println("PASS")
}

// Short tells whether the -short flag is set.
func Short() bool { return false }

// Verbose tells whether the -v flag is set.
func Verbose() bool { return true }

// Testing tells whether this is a test.
func Testing() bool { return true }

// An M runs the tests of a TestMain.
type M struct{ run func() int }

// Run runs the tests.
func (m *M) Run() int { return m.run() }

// Context ends when the test does.
func (c *common) Context() context.Context {
	if c.ctx == nil {
		ctx, cancel := context.WithCancel(context.Background())
		c.ctx = ctx
		c.Cleanup(cancel)
	}
	return c.ctx
}

// AllocsPerRun calls f as often as asked; the machine does not count per run.
func AllocsPerRun(runs int, f func()) (avg float64) {
	f()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		f()
	}
	runtime.ReadMemStats(&after)
	return float64((after.Mallocs - before.Mallocs) / uint64(max(runs, 1)))
}
