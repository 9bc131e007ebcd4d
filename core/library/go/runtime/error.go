// Package runtime talks to the machine that runs the program. It imports nothing, because every program
// contains it.
package runtime

// An Error is a panic that the machine itself starts.
type Error interface {
	error
	RuntimeError()
}

type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// A plainError is a panic of the machine whose text has no prefix.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A boundsError is an index or a slice bound out of range.
type boundsError struct{ msg string }

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + e.msg }

// A TypeAssertionError is a failed x.(T).
type TypeAssertionError struct{ msg string }

func (e *TypeAssertionError) RuntimeError() {}
func (e *TypeAssertionError) Error() string { return e.msg }

// A PanicNilError is what recover returns after panic(nil).
type PanicNilError struct{ _ [0]func() }

func (e *PanicNilError) RuntimeError() {}
func (e *PanicNilError) Error() string { return "panic called with nil argument" }
