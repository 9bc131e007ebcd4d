// Package semaphore is a counting semaphore with weights.
package semaphore

import (
	"container/list"
	"context"
	"internal/rt"
)

type waiter struct {
	n     int64
	ready chan struct{}
	woken bool
}

// A Weighted gives out up to size; who asks for much is not overtaken by who asks for little.
type Weighted struct {
	size    int64
	cur     int64
	number  uint64
	waiters list.List
}

// NewWeighted returns a semaphore of size n.
func NewWeighted(n int64) *Weighted {
	s := &Weighted{size: n}
	note(&s.number, 3, n, 0)
	return s
}

// note tells the recorder what happened: 0 acquired, 1 must wait, 2 released, 3 made.
func note(number *uint64, what int, n, held int64)

// belongs tells the recorder that c is part of object number.
func belongs(number uint64, c chan struct{})

// Acquire takes n, waiting for them as long as ctx lasts.
func (s *Weighted) Acquire(ctx context.Context, n int64) error {
	done := ctx.Done()
	if err := ctx.Err(); err != nil {
		return err
	}
	rt.Pin()
	if s.size-s.cur >= n && s.waiters.Len() == 0 {
		s.cur += n
		note(&s.number, 0, n, s.cur)
		rt.Unpin()
		return nil
	}
	if n > s.size {
		rt.Unpin()
		<-done
		return ctx.Err()
	}
	w := &waiter{n: n, ready: make(chan struct{})}
	elem := s.waiters.PushBack(w)
	rt.Unpin()
	belongs(s.number, w.ready)
	note(&s.number, 1, n, s.cur)
	select {
	case <-done:
		// What came together with the end of ctx is given back.
		rt.Pin()
		var woken []*waiter
		if w.woken {
			s.cur -= n
			woken = s.wake()
		} else {
			first := s.waiters.Front() == elem
			s.waiters.Remove(elem)
			if first && s.size > s.cur {
				woken = s.wake()
			}
		}
		rt.Unpin()
		announce(woken)
		return ctx.Err()
	case <-w.ready:
		select {
		case <-done:
			s.Release(n)
			return ctx.Err()
		default:
		}
		note(&s.number, 0, n, s.cur)
		return nil
	}
}

// TryAcquire takes n if they are free now.
func (s *Weighted) TryAcquire(n int64) bool {
	rt.Pin()
	ok := s.size-s.cur >= n && s.waiters.Len() == 0
	if ok {
		s.cur += n
		note(&s.number, 0, n, s.cur)
	}
	rt.Unpin()
	return ok
}

// Release gives n back.
func (s *Weighted) Release(n int64) {
	rt.Pin()
	s.cur -= n
	if s.cur < 0 {
		rt.Unpin()
		panic("semaphore: released more than held")
	}
	woken := s.wake()
	note(&s.number, 2, n, s.cur)
	rt.Unpin()
	announce(woken)
}

// wake gives what is free to those who wait, in order.
func (s *Weighted) wake() (woken []*waiter) {
	for {
		next := s.waiters.Front()
		if next == nil {
			return
		}
		w := next.Value.(*waiter)
		if s.size-s.cur < w.n {
			return
		}
		s.cur += w.n
		s.waiters.Remove(next)
		w.woken = true
		woken = append(woken, w)
	}
}

func announce(woken []*waiter) {
	for _, w := range woken {
		close(w.ready)
	}
}
