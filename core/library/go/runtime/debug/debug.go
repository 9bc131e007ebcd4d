// Package debug prints stacks and turns the collector's knobs, of which the machine has none.
package debug

import (
	"os"
	"runtime"
)

// Stack returns the trace of the goroutine.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack prints the trace of the goroutine.
func PrintStack() { os.Stderr.Write(Stack()) }

var percent, limit, threads = 100, int64(1<<63 - 1), 10000

// SetGCPercent returns the previous setting.
func SetGCPercent(p int) int {
	old := percent
	percent = p
	return old
}

// SetMemoryLimit returns the previous setting.
func SetMemoryLimit(l int64) int64 {
	old := limit
	if l >= 0 {
		limit = l
	}
	return old
}

// SetMaxThreads returns the previous setting.
func SetMaxThreads(n int) int {
	old := threads
	threads = n
	return old
}

// FreeOSMemory collects garbage.
func FreeOSMemory() { runtime.GC() }

// SetPanicOnFault does nothing.
func SetPanicOnFault(enabled bool) bool { return false }

// SetTraceback does nothing.
func SetTraceback(level string) {}

// BuildInfo says how the program was built.
type BuildInfo struct {
	GoVersion string
	Path      string
}

// ReadBuildInfo returns what little there is to say.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return &BuildInfo{runtime.Version(), "prog"}, true }

// GCStats are numbers about the collector.
type GCStats struct {
	NumGC int64
}

// ReadGCStats fills stats.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
}

var maxStack = 1000000000

// SetMaxStack returns the previous setting.
func SetMaxStack(bytes int) int {
	old := maxStack
	maxStack = bytes
	return old
}
