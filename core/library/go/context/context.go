// Package context carries deadlines, cancellation and values through a program.
package context

import (
	"errors"
	"internal/rt"
	"sync/atomic"
	"time"
)

// A Context carries a deadline, a cancellation and values.
type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

// Canceled is the error of a context that was cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose time has run out.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// A CancelFunc cancels a context.
type CancelFunc func()

// A CancelCauseFunc cancels a context and says why.
type CancelCauseFunc func(cause error)

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background is the root of all contexts.
func Background() Context { return backgroundCtx{} }

// It is a Background for those who have not decided yet.
func TODO() Context { return todoCtx{} }

// made and ended tell the recorder about a context and its parent (or nil); done is c's channel.
func made(c, parent *cancelCtx, text string, done chan struct{})
func ended(c, parent *cancelCtx, text string)

type canceler interface {
	cancel(removeFromParent bool, err, cause error)
	Done() <-chan struct{}
}

// A cancelCtx can be cancelled; it then cancels its children. Its number is the recorder's.
type cancelCtx struct {
	number uint64
	Context
	done     chan struct{}
	children map[canceler]struct{}
	order    []canceler
	err      error
	cause    error
}

// cancelCtxKey is the key for which a cancelCtx returns itself.
var cancelCtxKey int

func (c *cancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return c
	}
	return value(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} { return c.done }

func (c *cancelCtx) Err() error {
	rt.Pin()
	err := c.err
	rt.Unpin()
	return err
}

func (c *cancelCtx) String() string { return contextName(c.Context) + ".WithCancel" }

type stringer interface{ String() string }

func contextName(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return rt.TypeName(c)
}

// WithCancel returns a child of parent that ends when cancel is called.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent, "WithCancel")
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a reason.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent, "WithCancelCause")
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

func withCancel(parent Context, what string) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{done: make(chan struct{})}
	c.Context = parent
	c.attach(parent, c, what)
	return c
}

// Cause is the reason why c has ended.
func Cause(c Context) error {
	if cc, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok {
		rt.Pin()
		defer rt.Unpin()
		return cc.cause
	}
	return c.Err()
}

// attach makes child end when parent does.
func (c *cancelCtx) attach(parent Context, child canceler, what string) {
	p, ok := parent.Value(&cancelCtxKey).(*cancelCtx)
	if ok && (p.done == nil || p.Done() != parent.Done()) {
		ok = false
	}
	if !ok {
		p = nil
	}
	made(c, p, what, c.done)
	done := parent.Done()
	if done == nil {
		return
	}
	if err := parent.Err(); err != nil {
		child.cancel(false, err, Cause(parent))
		return
	}
	if ok {
		rt.Pin()
		err, cause := p.err, p.cause
		if err == nil {
			p.add(child)
		}
		rt.Unpin()
		if err != nil {
			child.cancel(false, err, cause)
		}
		return
	}
	if a, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		stop := a.AfterFunc(func() { child.cancel(false, parent.Err(), Cause(parent)) })
		c.Context = stopCtx{parent, stop}
		return
	}
	go func() {
		select {
		case <-parent.Done():
			child.cancel(false, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

// add keeps the children in order of creation, in which they are cancelled.
func (c *cancelCtx) add(child canceler) {
	if c.children == nil {
		c.children = map[canceler]struct{}{}
	}
	c.children[child] = struct{}{}
	if len(c.order) >= 2*len(c.children)+8 {
		kept := c.order[:0]
		for _, old := range c.order {
			if _, ok := c.children[old]; ok {
				kept = append(kept, old)
			}
		}
		clear(c.order[len(kept):])
		c.order = kept
	}
	c.order = append(c.order, child)
}

// A stopCtx remembers how to undo an AfterFunc of a foreign parent.
type stopCtx struct {
	Context
	stop func() bool
}

func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	rt.Pin()
	if c.err != nil {
		rt.Unpin()
		return
	}
	c.err = err
	c.cause = cause
	children, order := c.children, c.order
	c.children, c.order = nil, nil
	rt.Unpin()
	parent, _ := c.Context.Value(&cancelCtxKey).(*cancelCtx)
	ended(c, parent, cause.Error())
	close(c.done)
	for _, child := range order {
		if _, ok := children[child]; ok {
			child.cancel(false, err, cause)
		}
	}
	if removeFromParent {
		removeChild(c.Context, c)
	}
}

func removeChild(parent Context, child canceler) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
		return
	}
	if p, ok := parent.Value(&cancelCtxKey).(*cancelCtx); ok {
		rt.Pin()
		delete(p.children, child)
		rt.Unpin()
	}
}

// WithoutCancel returns a child that does not end with its parent.
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent}
}

type withoutCancelCtx struct{ c Context }

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }

func (c withoutCancelCtx) String() string { return contextName(c.c) + ".WithoutCancel" }

// A timerCtx ends at its deadline.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return contextName(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" +
		time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(c.cancelCtx.Context, c)
	}
	if timer := c.timer; timer != nil {
		c.timer = nil
		timer.Stop()
	}
}

// WithDeadline returns a child of parent that ends at d.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with a reason.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if cur, ok := parent.Deadline(); ok && cur.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.done = make(chan struct{})
	c.cancelCtx.Context = parent
	c.attach(parent, c, "WithDeadline")
	left := time.Until(d)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	if c.Err() == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithTimeout returns a child of parent that ends after timeout.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithTimeout with a reason.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// AfterFunc calls f in its own goroutine when ctx has ended; stop prevents that.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.done = make(chan struct{})
	a.cancelCtx.Context = ctx
	a.attach(ctx, a, "AfterFunc")
	return func() bool {
		stopped := a.used.CompareAndSwap(false, true)
		if stopped {
			a.cancelCtx.cancel(false, Canceled, nil)
			removeChild(a.cancelCtx.Context, a)
		}
		return stopped
	}
}

type afterFuncCtx struct {
	cancelCtx
	used atomic.Bool
	f    func()
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(a.cancelCtx.Context, a)
	}
	if a.used.CompareAndSwap(false, true) {
		rt.NameNext(a.f)
		go a.f()
	}
}

// WithValue returns a child of parent in which key has the value val.
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !rt.Comparable(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

type valueCtx struct {
	Context
	key, val any
}

func stringify(v any) string {
	switch s := v.(type) {
	case stringer:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return rt.TypeName(v)
}

func (c *valueCtx) String() string {
	return contextName(c.Context) + ".WithValue(" + stringify(c.key) + ", " + stringify(c.val) + ")"
}

func (c *valueCtx) Value(key any) any { return value(c, key) }

// value looks key up without going deeper with every parent.
func value(c Context, key any) any {
	for {
		switch ctx := c.(type) {
		case *valueCtx:
			if key == ctx.key {
				return ctx.val
			}
			c = ctx.Context
		case *cancelCtx:
			if key == &cancelCtxKey {
				return ctx
			}
			c = ctx.Context
		case *timerCtx:
			if key == &cancelCtxKey {
				return &ctx.cancelCtx
			}
			c = ctx.cancelCtx.Context
		case withoutCancelCtx:
			if key == &cancelCtxKey {
				return nil
			}
			c = ctx.c
		case stopCtx:
			c = ctx.Context
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}
