package runtime

const (
	Compiler = "gc"
	GOOS     = "linux"
	GOARCH   = "amd64"
)

// NumGoroutine counts the goroutines that exist.
func NumGoroutine() int

// Gosched lets others run first.
func Gosched()

// Goexit ends the goroutine after its deferred calls.
func Goexit()

// GOMAXPROCS sets the number of processors if n > 0 and returns the one before.
func GOMAXPROCS(n int) int

// NumCPU is the number of processors of the simulated machine.
func NumCPU() int

// GC collects garbage.
func GC()

// Version is the version of Go that is spoken.
func Version() string { return "go1.24" }

// GOROOT is where Go is: nowhere.
func GOROOT() string { return "/usr/local/go" }

// NumCgoCall counts calls of C.
func NumCgoCall() int64 { return 0 }

// KeepAlive keeps x from being collected before.
func KeepAlive(x any) {}

func setFinalizer(obj, finalizer any, run func())
func addCleanup(ptr any, cleanup, run func()) uint64
func stopCleanup(id uint64)
func callFinalizer() bool

// SetFinalizer has finalizer(obj) called after a collection that finds obj unreachable.
func SetFinalizer(obj, finalizer any) { setFinalizer(obj, finalizer, finalizers) }

// finalizers runs in a goroutine of its own until nothing is due.
func finalizers() {
	for callFinalizer() {
	}
}

// A Cleanup is what AddCleanup has noted.
type Cleanup struct{ id uint64 }

// Stop forgets the cleanup.
func (c Cleanup) Stop() { stopCleanup(c.id) }

// AddCleanup has cleanup(arg) called after a collection that finds ptr unreachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic("runtime.AddCleanup: ptr is nil")
	}
	if p, ok := any(arg).(*T); ok && p == ptr {
		panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
	}
	return Cleanup{addCleanup(ptr, func() { cleanup(arg) }, finalizers)}
}

// LockOSThread does nothing: there are no threads.
func LockOSThread() {}

// UnlockOSThread does nothing: there are no threads.
func UnlockOSThread() {}

// MemStats are numbers about the heap.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees          uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased    uint64
	HeapObjects, StackInuse, StackSys, NextGC, LastGC, GCSys uint64
	GCCPUFraction                                            float64
	PauseNs                                                  [256]uint64
	PauseTotalNs                                             uint64
	NumGC, NumForcedGC                                       uint32
}

// memory returns bytes in use, bytes ever given out, bytes of the arena, objects in use, objects ever
// made, collections and bytes of stacks.
func memory() (used, total, arena, objects, made, collections, stacks uint64)

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	used, total, arena, objects, made, collections, stacks := memory()
	*m = MemStats{Alloc: used, TotalAlloc: total, Sys: arena + stacks, Mallocs: made, Frees: made - objects,
		HeapAlloc: used, HeapSys: arena, HeapIdle: arena - used, HeapInuse: used, HeapObjects: objects,
		StackInuse: stacks, StackSys: stacks, NextGC: used * 2, NumGC: uint32(collections)}
}

// caller returns where the function skip frames above its caller is.
func caller(skip int) (function, file string, line int, ok bool)

// Caller tells where the function skip frames up is.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	function, file, line, ok := caller(skip + 1)
	if ok {
		pc = remember(function, file, line)
	}
	return pc, file, line, ok
}

// Callers fills pc with the frames above.
func Callers(skip int, pc []uintptr) int {
	for i := range pc {
		function, file, line, ok := caller(skip + i)
		if !ok {
			return i
		}
		pc[i] = remember(function, file, line)
	}
	return len(pc)
}

// places are the program counters given out so far: counter n is places[n-1].
var places []Frame

func remember(function, file string, line int) uintptr {
	for i, p := range places {
		if p.Function == function && p.File == file && p.Line == line {
			return uintptr(i + 1)
		}
	}
	places = append(places, Frame{Function: function, File: file, Line: line, PC: uintptr(len(places) + 1)})
	return uintptr(len(places))
}

// A Func is a function of the program.
type Func struct{ place Frame }

// FuncForPC returns the function that contains pc.
func FuncForPC(pc uintptr) *Func {
	if pc == 0 || int(pc) > len(places) {
		return nil
	}
	return &Func{places[pc-1]}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.place.Function
}

func (f *Func) FileLine(pc uintptr) (file string, line int) { return f.place.File, f.place.Line }

func (f *Func) Entry() uintptr { return f.place.PC }

// A Frame is one call.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames is a list of calls.
type Frames struct{ callers []uintptr }

// CallersFrames makes Frames of what Callers found.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next frame.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.callers) == 0 {
		return Frame{}, false
	}
	if fn := FuncForPC(f.callers[0]); fn != nil {
		frame = fn.place
		frame.Func = fn
	}
	f.callers = f.callers[1:]
	return frame, len(f.callers) > 0
}

func stack(all bool) string

// Stack writes the trace of the goroutine, or of all, to buf.
func Stack(buf []byte, all bool) int { return copy(buf, stack(all)) }

// MemProfileRate is how many bytes a memory profile would count as one sample; nothing reads it.
var MemProfileRate = 512 * 1024

// Breakpoint does nothing: there is no debugger.
func Breakpoint() {}

// SetMutexProfileFraction does nothing.
func SetMutexProfileFraction(rate int) int { return 0 }

// SetBlockProfileRate does nothing.
func SetBlockProfileRate(rate int) {}

// GoroutineProfile counts the goroutines.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	return n, n <= len(p)
}

// A StackRecord is a stack.
type StackRecord struct{ Stack0 [32]uintptr }
