package time

// Sleep waits until d has passed.
func Sleep(d Duration)

// A Timer sends the time on C, or calls a function, once.
type Timer struct {
	C  <-chan Time
	id uint64
	f  func()
}

// start makes a timer that sends on c or calls f in a goroutine of its own, after d and then every period
// if that is not 0.
func start(c chan Time, f func(), d, period Duration, loc *Location) (id uint64)

// stop and reset return whether the timer was still going to fire; what it sent and nobody received is
// taken back.
func stop(id uint64) bool
func reset(id uint64, d, period Duration, f func()) bool

// NewTimer returns a Timer that fires after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	return &Timer{c, start(c, nil, d, 0, Local), nil}
}

// After is NewTimer(d).C.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// AfterFunc calls f in its own goroutine after d.
func AfterFunc(d Duration, f func()) *Timer { return &Timer{nil, start(nil, f, d, 0, Local), f} }

func (t *Timer) Stop() bool {
	if t.id == 0 {
		panic("time: Stop called on uninitialized Timer")
	}
	return stop(t.id)
}

func (t *Timer) Reset(d Duration) bool {
	if t.id == 0 {
		panic("time: Reset called on uninitialized Timer")
	}
	return reset(t.id, d, 0, t.f)
}

// A Ticker sends the time on C again and again.
type Ticker struct {
	C  <-chan Time
	id uint64
}

// NewTicker returns a Ticker that fires every d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	return &Ticker{c, start(c, nil, d, d, Local)}
}

func (t *Ticker) Stop() {
	if t.id != 0 {
		stop(t.id)
	}
}

func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.id == 0 {
		panic("time: Reset called on uninitialized Ticker")
	}
	reset(t.id, d, d, nil)
}

// Tick is NewTicker(d).C.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
