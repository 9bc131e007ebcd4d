// Package rate limits how often something happens: a bucket of tokens that fills at a steady rate.
package rate

import (
	"context"
	"fmt"
	"internal/rt"
	"math"
	"sync"
	"time"
)

// A Limit is a number of events per second.
type Limit float64

// Inf is no limit.
const Inf = Limit(math.MaxFloat64)

// Every is the limit of one event per interval.
func Every(interval time.Duration) Limit {
	if interval <= 0 {
		return Inf
	}
	return 1 / Limit(interval.Seconds())
}

// A Limiter is a bucket with room for burst tokens.
type Limiter struct {
	number    uint64
	limit     Limit
	burst     int
	tokens    float64
	last      time.Time
	lastEvent time.Time
}

// NewLimiter returns a full bucket.
func NewLimiter(r Limit, b int) *Limiter {
	lim := &Limiter{limit: r, burst: b, tokens: float64(b)}
	lim.noteSetting()
	return lim
}

// note tells the recorder what happened: 0 interval in µs and burst are now a and b, 1 a tokens were taken, 2
// refused; b is the level in thousandths.
func note(number *uint64, what int, a, b int64)

// belongs tells the recorder that c is part of object number.
func belongs(number uint64, c <-chan time.Time)

func (lim *Limiter) noteSetting() {
	interval := int64(0)
	if lim.limit <= 0 {
		interval = math.MaxInt32
	} else if lim.limit != Inf {
		interval = int64(min(1e6/float64(lim.limit), math.MaxInt32))
	}
	note(&lim.number, 0, interval, int64(lim.burst))
}

func (lim *Limiter) Limit() Limit {
	rt.Pin()
	defer rt.Unpin()
	return lim.limit
}

func (lim *Limiter) Burst() int {
	rt.Pin()
	defer rt.Unpin()
	return lim.burst
}

func (lim *Limiter) Tokens() float64 { return lim.TokensAt(time.Now()) }

func (lim *Limiter) TokensAt(t time.Time) float64 {
	rt.Pin()
	defer rt.Unpin()
	return lim.advance(t)
}

func (lim *Limiter) Allow() bool { return lim.AllowN(time.Now(), 1) }

func (lim *Limiter) AllowN(t time.Time, n int) bool { return lim.reserveN(t, n, 0).ok }

// A Reservation is leave to act later.
type Reservation struct {
	ok        bool
	lim       *Limiter
	tokens    int
	timeToAct time.Time
	limit     Limit
}

// InfDuration is the delay of a Reservation that is not ok.
const InfDuration = time.Duration(math.MaxInt64)

func (r *Reservation) OK() bool { return r.ok }

func (r *Reservation) Delay() time.Duration { return r.DelayFrom(time.Now()) }

func (r *Reservation) DelayFrom(t time.Time) time.Duration {
	if !r.ok {
		return InfDuration
	}
	return max(r.timeToAct.Sub(t), 0)
}

func (r *Reservation) Cancel() { r.CancelAt(time.Now()) }

// CancelAt gives back what nobody after r has counted on.
func (r *Reservation) CancelAt(t time.Time) {
	if !r.ok {
		return
	}
	rt.Pin()
	defer rt.Unpin()
	if r.lim.limit == Inf || r.tokens == 0 || r.timeToAct.Before(t) {
		return
	}
	restore := float64(r.tokens) - r.limit.tokensIn(r.lim.lastEvent.Sub(r.timeToAct))
	if restore <= 0 {
		return
	}
	r.lim.tokens = min(r.lim.advance(t)+restore, float64(r.lim.burst))
	r.lim.last = t
	if r.timeToAct.Equal(r.lim.lastEvent) {
		if prev := r.timeToAct.Add(r.limit.timeFor(float64(-r.tokens))); !prev.Before(t) {
			r.lim.lastEvent = prev
		}
	}
}

func (lim *Limiter) Reserve() *Reservation { return lim.ReserveN(time.Now(), 1) }

func (lim *Limiter) ReserveN(t time.Time, n int) *Reservation {
	r := lim.reserveN(t, n, InfDuration)
	return &r
}

func (lim *Limiter) Wait(ctx context.Context) error { return lim.WaitN(ctx, 1) }

// WaitN waits until n events may happen.
func (lim *Limiter) WaitN(ctx context.Context, n int) error {
	rt.Pin()
	burst, limit := lim.burst, lim.limit
	rt.Unpin()
	if n > burst && limit != Inf {
		return fmt.Errorf("rate: Wait(n=%d) exceeds limiter's burst %d", n, burst)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	t := time.Now()
	longest := InfDuration
	if deadline, ok := ctx.Deadline(); ok {
		longest = deadline.Sub(t)
	}
	r := lim.reserveN(t, n, longest)
	if !r.ok {
		return fmt.Errorf("rate: Wait(n=%d) would exceed context deadline", n)
	}
	delay := r.DelayFrom(t)
	if delay == 0 {
		return nil
	}
	timer := time.NewTimer(delay)
	belongs(lim.number, timer.C)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		r.Cancel()
		return ctx.Err()
	}
}

func (lim *Limiter) SetLimit(newLimit Limit) { lim.SetLimitAt(time.Now(), newLimit) }

func (lim *Limiter) SetLimitAt(t time.Time, newLimit Limit) {
	rt.Pin()
	defer rt.Unpin()
	lim.tokens, lim.last, lim.limit = lim.advance(t), t, newLimit
	lim.noteSetting()
}

func (lim *Limiter) SetBurst(newBurst int) { lim.SetBurstAt(time.Now(), newBurst) }

func (lim *Limiter) SetBurstAt(t time.Time, newBurst int) {
	rt.Pin()
	defer rt.Unpin()
	lim.tokens, lim.last, lim.burst = lim.advance(t), t, newBurst
	lim.noteSetting()
}

func (lim *Limiter) reserveN(t time.Time, n int, longest time.Duration) Reservation {
	rt.Pin()
	defer rt.Unpin()
	if lim.limit == Inf {
		return Reservation{ok: true, lim: lim, tokens: n, timeToAct: t}
	}
	tokens := lim.advance(t) - float64(n)
	var wait time.Duration
	if tokens < 0 {
		wait = lim.limit.timeFor(-tokens)
	}
	r := Reservation{ok: n <= lim.burst && wait <= longest, lim: lim, limit: lim.limit}
	if r.ok {
		r.tokens = n
		r.timeToAct = t.Add(wait)
		lim.last, lim.tokens, lim.lastEvent = t, tokens, r.timeToAct
		note(&lim.number, 1, int64(n), int64(tokens*1000))
	} else {
		note(&lim.number, 2, int64(n), int64((tokens+float64(n))*1000))
	}
	return r
}

// advance returns how many tokens there are at t.
func (lim *Limiter) advance(t time.Time) float64 {
	last := lim.last
	if t.Before(last) {
		last = t
	}
	return min(lim.tokens+lim.limit.tokensIn(t.Sub(last)), float64(lim.burst))
}

// timeFor is how long it takes until there are so many tokens.
func (limit Limit) timeFor(tokens float64) time.Duration {
	if limit <= 0 {
		return InfDuration
	}
	duration := tokens / float64(limit) * float64(time.Second)
	if duration > float64(math.MaxInt64) {
		return InfDuration
	}
	return time.Duration(duration)
}

// tokensIn is how many tokens come in that time.
func (limit Limit) tokensIn(d time.Duration) float64 {
	if limit <= 0 {
		return 0
	}
	return d.Seconds() * float64(limit)
}

// Sometimes does something now and then.
type Sometimes struct {
	First    int
	Every    int
	Interval time.Duration
	mu       sync.Mutex
	count    int
	last     time.Time
}

// Do calls f if it is time.
func (s *Sometimes) Do(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count == 0 || s.First > 0 && s.count < s.First || s.Every > 0 && s.count%s.Every == 0 ||
		s.Interval > 0 && time.Since(s.last) >= s.Interval {
		f()
		if s.Interval > 0 {
			s.last = time.Now()
		}
	}
	s.count++
}
