// Package context is the old place of package context.
package context

import (
	"context"
	"time"
)

type (
	Context    = context.Context
	CancelFunc = context.CancelFunc
)

var (
	Canceled         = context.Canceled
	DeadlineExceeded = context.DeadlineExceeded
)

func Background() Context                                { return context.Background() }
func TODO() Context                                      { return context.TODO() }
func WithCancel(parent Context) (Context, CancelFunc)    { return context.WithCancel(parent) }
func WithValue(parent Context, key any, val any) Context { return context.WithValue(parent, key, val) }
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return context.WithDeadline(parent, d)
}
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return context.WithTimeout(parent, timeout)
}
