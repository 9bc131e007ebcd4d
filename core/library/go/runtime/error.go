// Package runtime talks to the machine that runs the program. It imports nothing, because every program contains it.
package runtime

// An Error is a panic that the machine itself starts.
type Error interface {
	error
	RuntimeError()
}

type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// A TypeAssertionError is a failed x.(T).
type TypeAssertionError struct{ msg string }

func (e *TypeAssertionError) RuntimeError() {}
func (e *TypeAssertionError) Error() string { return e.msg }

// A PanicNilError is what recover returns after panic(nil).
type PanicNilError struct{ _ [0]func() }

func (e *PanicNilError) RuntimeError() {}
func (e *PanicNilError) Error() string { return "panic called with nil argument (use GODEBUG=panicnil=1 to disable)" }
