// Package iter names iterator functions and turns them around.
package iter

// Seq yields values.
type Seq[V any] func(yield func(V) bool)

// Seq2 yields pairs.
type Seq2[K, V any] func(yield func(K, V) bool)

// A pull is a generator that runs in a goroutine of its own and takes turns with its caller.
type pull[K, V any] struct {
	turn, back chan struct{}
	k          K
	v          V
	ok, done   bool
	started    bool
	running    bool
	panicked   any
}

// step lets the generator go on until its next value, its end or its panic.
func (p *pull[K, V]) step(run func(yield func(K, V) bool)) {
	if p.running {
		panic("iter: next called again before yield")
	}
	p.running = true
	if !p.started {
		p.started = true
		go func() {
			defer func() {
				p.panicked = recover()
				p.done, p.ok = true, false
				close(p.back)
			}()
			<-p.turn
			if !p.done {
				run(func(k K, v V) bool {
					if p.done {
						return false
					}
					p.k, p.v, p.ok = k, v, true
					p.back <- struct{}{}
					<-p.turn
					return !p.done
				})
			}
		}()
	}
	p.ok = false
	p.turn <- struct{}{}
	<-p.back
	p.running = false
	if r := p.panicked; r != nil {
		p.panicked = nil
		panic(r)
	}
}

func (p *pull[K, V]) next(run func(yield func(K, V) bool)) (k K, v V, ok bool) {
	if p.done {
		return
	}
	p.step(run)
	k, v, ok = p.k, p.v, p.ok
	var zeroK K
	var zeroV V
	p.k, p.v = zeroK, zeroV
	if !ok {
		return zeroK, zeroV, false
	}
	return
}

func (p *pull[K, V]) stop(run func(yield func(K, V) bool)) {
	if p.done {
		return
	}
	p.done = true
	if p.started {
		p.step(run)
	}
}

// Pull turns seq into a function that returns the next value, and one that ends it.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := &pull[V, struct{}]{turn: make(chan struct{}), back: make(chan struct{})}
	run := func(yield func(V, struct{}) bool) {
		seq(func(v V) bool { return yield(v, struct{}{}) })
	}
	next = func() (V, bool) {
		v, _, ok := p.next(run)
		return v, ok
	}
	return next, func() { p.stop(run) }
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	p := &pull[K, V]{turn: make(chan struct{}), back: make(chan struct{})}
	run := func(yield func(K, V) bool) { seq(yield) }
	return func() (K, V, bool) { return p.next(run) }, func() { p.stop(run) }
}
