// Package trace keeps the names of the execution tracer; the page records every step anyway.
package trace

import (
	"context"
	"errors"
	"io"
)

var on bool

// Start notes that a trace has begun.
func Start(w io.Writer) error {
	if on {
		return errors.New("tracing already enabled")
	}
	on = true
	return nil
}

// Stop ends what Start began.
func Stop() { on = false }

func IsEnabled() bool { return on }

// A Task is a piece of work with a name.
type Task struct{}

func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	return pctx, &Task{}
}

func (t *Task) End() {}

// A Region is a piece of one goroutine's work.
type Region struct{}

func StartRegion(ctx context.Context, regionType string) *Region { return &Region{} }

func (r *Region) End() {}

func WithRegion(ctx context.Context, regionType string, fn func()) { fn() }

func Log(ctx context.Context, category, message string) {}

func Logf(ctx context.Context, category, format string, args ...any) {}
