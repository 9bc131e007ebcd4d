// Package pprof keeps the names of the profiler; the page's own instruments show where time goes. Only the
// profile of goroutines has content.
package pprof

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
)

var busy bool

// StartCPUProfile notes that a profile has begun.
func StartCPUProfile(w io.Writer) error {
	if busy {
		return errors.New("cpu profiling already in use")
	}
	busy = true
	return nil
}

// StopCPUProfile ends what StartCPUProfile began.
func StopCPUProfile() { busy = false }

// WriteHeapProfile writes the numbers of the heap.
func WriteHeapProfile(w io.Writer) error { return Lookup("heap").WriteTo(w, 0) }

// A Profile is one of the profiles with a name.
type Profile struct {
	name  string
	count int
}

var made = map[string]*Profile{}

// Lookup returns the profile with a name, or nil.
func Lookup(name string) *Profile {
	switch name {
	case "goroutine", "heap", "allocs", "block", "mutex", "threadcreate":
		return &Profile{name: name}
	}
	return made[name]
}

// NewProfile makes a profile of the program's own.
func NewProfile(name string) *Profile {
	made[name] = &Profile{name: name}
	return made[name]
}

func (p *Profile) Name() string            { return p.name }
func (p *Profile) Add(value any, skip int) { p.count++ }
func (p *Profile) Remove(value any)        { p.count-- }

// Count is the number of goroutines, or of entries.
func (p *Profile) Count() int {
	if p.name == "goroutine" {
		return runtime.NumGoroutine()
	}
	return p.count
}

// WriteTo writes the profile: for goroutines, the trace of each.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.name != "goroutine" {
		_, err := fmt.Fprintf(w, "%s profile: total %d\n", p.name, p.Count())
		return err
	}
	buf := make([]byte, 1<<16)
	text := string(buf[:runtime.Stack(buf, true)])
	if debug < 2 {
		fmt.Fprintf(w, "goroutine profile: total %d\n", p.Count())
	}
	_, err := io.WriteString(w, text)
	return err
}

// A LabelSet is what Labels made.
type LabelSet struct{ pairs []string }

func Labels(args ...string) LabelSet { return LabelSet{args} }

func WithLabels(ctx context.Context, labels LabelSet) context.Context { return ctx }

func SetGoroutineLabels(ctx context.Context) {}

// Do calls f.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) { f(ctx) }
