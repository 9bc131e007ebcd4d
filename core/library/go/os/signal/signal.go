// Package signal passes signals from the outside world on to channels.
package signal

import (
	"context"
	"os"
	"syscall"
)

// all is every signal that can be caught.
const all = 1<<32 - 2 - 1<<9 - 1<<19

func add(c chan<- os.Signal, set uint32, sample os.Signal)
func remove(c chan<- os.Signal)
func reset(set uint32, ignore bool)
func ignored() uint32

func setOf(sigs []os.Signal) uint32 {
	if len(sigs) == 0 {
		return all
	}
	set := uint32(0)
	for _, sig := range sigs {
		if s, ok := sig.(syscall.Signal); ok && s > 0 && s < 32 {
			set |= 1 << s
		}
	}
	return set &^ (1<<9 | 1<<19)
}

// Notify sends the given signals, or all, to c without ever waiting for room in it.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	add(c, setOf(sig), syscall.SIGINT)
}

// Stop ends what Notify began.
func Stop(c chan<- os.Signal) { remove(c) }

// Ignore makes the given signals, or all, have no effect.
func Ignore(sig ...os.Signal) { reset(setOf(sig), true) }

// Ignored tells whether sig is ignored.
func Ignored(sig os.Signal) bool { return ignored()&setOf([]os.Signal{sig}) != 0 }

// Reset gives the given signals, or all, their default effect again.
func Reset(sig ...os.Signal) { reset(setOf(sig), false) }

// NotifyContext returns a context that ends when one of the signals arrives.
func NotifyContext(parent context.Context, signals ...os.Signal) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	c := &signalCtx{Context: ctx, cancel: cancel, signals: signals, ch: make(chan os.Signal, 1)}
	Notify(c.ch, signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case <-c.ch:
				c.cancel()
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

type signalCtx struct {
	context.Context
	cancel  context.CancelFunc
	signals []os.Signal
	ch      chan os.Signal
}

func (c *signalCtx) stop() {
	c.cancel()
	Stop(c.ch)
}

func (c *signalCtx) String() string {
	name := "signal.NotifyContext("
	if s, ok := c.Context.(interface{ String() string }); ok {
		text := s.String()
		name += text[:len(text)-len(".WithCancel")]
	}
	if len(c.signals) > 0 {
		name += ", ["
		for i, s := range c.signals {
			if i > 0 {
				name += " "
			}
			name += s.String()
		}
		name += "]"
	}
	return name + ")"
}
