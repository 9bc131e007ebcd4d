// Package sync offers locks, wait groups and other ways of waiting for one another.
package sync

import "internal/rt"

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// The shapes of the structs are those of Go, so that printing one looks the same; core/sync keeps its
// state in them.
type (
	align64     struct{}
	atomicInt32 struct {
		_ noCopy
		v int32
	}
	atomicUint64 struct {
		_ noCopy
		_ align64
		v uint64
	}
)

type mutexState struct {
	state int32
	sema  uint32
}

// A Mutex lets one goroutine at a time pass. The zero value is unlocked.
type Mutex struct {
	_  noCopy
	mu mutexState
}

func (m *Mutex) Lock()
func (m *Mutex) TryLock() bool
func (m *Mutex) Unlock()

// An RWMutex is held by any number of readers or one writer; a waiting writer keeps new readers out.
type RWMutex struct {
	w                       Mutex
	writerSem, readerSem    uint32
	readerCount, readerWait atomicInt32
}

func (rw *RWMutex) Lock()
func (rw *RWMutex) TryLock() bool
func (rw *RWMutex) Unlock()
func (rw *RWMutex) RLock()
func (rw *RWMutex) TryRLock() bool
func (rw *RWMutex) RUnlock()

// RLocker returns a Locker for the reading side.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// A WaitGroup waits until its counter is zero.
type WaitGroup struct {
	noCopy noCopy
	state  atomicUint64
	sema   uint32
}

func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Done()
func (wg *WaitGroup) Wait()

// Go runs f in a new goroutine that the group waits for.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	rt.NameNext(f)
	go func() {
		defer wg.Done()
		f()
	}()
}

// A Once does one thing once.
type Once struct {
	_    noCopy
	done atomicInt32
	m    Mutex
}

// enter returns true to the one caller that must do the work; later callers wait until it has left.
func (o *Once) enter() bool
func (o *Once) leave()

// Do calls f if it is the first call of Do.
func (o *Once) Do(f func()) {
	if o.enter() {
		defer o.leave()
		f()
	}
}

// OnceFunc returns a function that calls f once; a panic of f is repeated by every call.
func OnceFunc(f func()) func() {
	once := onceResult[struct{}]{f: func() struct{} { f(); return struct{}{} }}
	return func() { once.get() }
}

// OnceValue returns a function that calls f once and remembers the result.
func OnceValue[T any](f func() T) func() T {
	once := onceResult[T]{f: f}
	return func() T { return once.get() }
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	type pair struct {
		r1 T1
		r2 T2
	}
	once := onceResult[pair]{f: func() pair {
		r1, r2 := f()
		return pair{r1, r2}
	}}
	return func() (T1, T2) {
		p := once.get()
		return p.r1, p.r2
	}
}

type onceResult[T any] struct {
	once   Once
	f      func() T
	valid  bool
	reason any
	result T
}

func (o *onceResult[T]) get() T {
	o.once.Do(func() {
		defer func() {
			o.f = nil
			o.reason = recover()
			if !o.valid {
				panic(o.reason)
			}
		}()
		o.result = o.f()
		o.valid = true
	})
	if !o.valid {
		panic(o.reason)
	}
	return o.result
}

// A Cond is a place where goroutines wait for something to be announced.
type Cond struct {
	noCopy noCopy
	L      Locker
	notify [2]uint64
}

// NewCond returns a Cond on l.
func NewCond(l Locker) *Cond {
	c := &Cond{L: l}
	c.made()
	return c
}

// made gives c the name of the variable that it goes to.
func (c *Cond) made()

// add takes a place in the queue of c; park waits for its turn.
func (c *Cond) add() uint64
func (c *Cond) park(ticket uint64)

func (c *Cond) Signal()
func (c *Cond) Broadcast()

// Wait unlocks c.L, waits for Signal or Broadcast and locks c.L again.
func (c *Cond) Wait() {
	ticket := c.add()
	c.L.Unlock()
	c.park(ticket)
	c.L.Lock()
}
