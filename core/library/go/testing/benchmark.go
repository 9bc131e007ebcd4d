package testing

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

// B is a running benchmark.
type B struct {
	common
	N       int
	loops   int
	elapsed time.Duration
	running bool
}

func (b *B) StartTimer() {
	if !b.running {
		b.running, b.start = true, time.Now()
	}
}

func (b *B) StopTimer() {
	if b.running {
		b.elapsed += time.Since(b.start)
		b.running = false
	}
}

func (b *B) ResetTimer() {
	b.elapsed = 0
	b.start = time.Now()
}

func (b *B) Elapsed() time.Duration {
	if b.running {
		return b.elapsed + time.Since(b.start)
	}
	return b.elapsed
}

func (b *B) ReportAllocs()                       {}
func (b *B) SetBytes(n int64)                    {}
func (b *B) SetParallelism(p int)                {}
func (b *B) ReportMetric(n float64, unit string) {}

// Loop is true b.N times.
func (b *B) Loop() bool {
	if b.loops == 0 {
		b.ResetTimer()
	}
	if b.loops < b.N {
		b.loops++
		return true
	}
	b.StopTimer()
	return false
}

// Run runs f as a part of the benchmark.
func (b *B) Run(name string, f func(b *B)) bool {
	return runBenchmark(InternalBenchmark{b.name + "/" + strings.ReplaceAll(name, " ", "_"), f})
}

// PB hands out iterations to the goroutines of RunParallel.
type PB struct{ next func() bool }

func (pb *PB) Next() bool { return pb.next() }

// RunParallel shares b.N iterations among GOMAXPROCS goroutines.
func (b *B) RunParallel(body func(*PB)) {
	var mu sync.Mutex
	left := b.N
	next := func() bool {
		mu.Lock()
		defer mu.Unlock()
		left--
		return left >= 0
	}
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{next})
		}()
	}
	wg.Wait()
}

// measure runs f more and more often until it takes 10 ms of virtual time.
func measure(name string, f func(b *B)) *B {
	for n := 1; ; n *= 10 {
		b := &B{N: n}
		b.name = name
		done := make(chan struct{})
		go func() {
			defer close(done)
			b.StartTimer()
			f(b)
			b.StopTimer()
		}()
		<-done
		b.runCleanups()
		if b.failed || b.skipped || b.elapsed >= 10*time.Millisecond || n >= 100000 {
			return b
		}
	}
}

func runBenchmark(bench InternalBenchmark) bool {
	b := measure(bench.Name, bench.F)
	if b.failed {
		fmt.Printf("--- FAIL: %s\n", b.name)
		return false
	}
	if !b.skipped {
		fmt.Printf("%-16s\t%s\n", fmt.Sprint(b.name, "-", runtime.GOMAXPROCS(0)), BenchmarkResult{b.N, b.elapsed})
	}
	return true
}

// A BenchmarkResult is what a benchmark measured.
type BenchmarkResult struct {
	N int
	T time.Duration
}

func (r BenchmarkResult) NsPerOp() int64 {
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) AllocsPerOp() int64       { return 0 }
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return 0 }

func (r BenchmarkResult) String() string {
	if r.N <= 0 {
		return ""
	}
	return fmt.Sprintf("%8d\t%10.1f ns/op", r.N, float64(r.T.Nanoseconds())/float64(r.N))
}

// Benchmark measures f.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := measure("", f)
	return BenchmarkResult{b.N, b.elapsed}
}
