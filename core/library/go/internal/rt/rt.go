// Package rt is what library packages share of the machine below them.
package rt

// Pin keeps the goroutine from being preempted until Unpin, so that what lies between is one step for
// everybody else.
func Pin()

// Unpin ends what Pin began.
func Unpin()

// NameNext names the next goroutine that the caller starts for the function f, on whose behalf it is started.
func NameNext(f any)

// EnterKernel books what a system call costs before its effect is seen.
func EnterKernel()

// Nanotime is the virtual clock: nanoseconds since the start of the program.
func Nanotime() int64

// Rand is the next random number of the run's choice source.
func Rand() uint64

// Fatal ends the program with "fatal error: " and text.
func Fatal(text string)

// TypeName is the type of v as %T prints it.
func TypeName(v any) string

// Comparable tells whether == on the dynamic value of v cannot panic.
func Comparable(v any) bool

// Below is a random number below n, which is not 0, from the run's choice source.
func Below(n uint64) uint64

// Ziggurat returns entry i of the tables for normal (exp false) and exponential random numbers.
func Ziggurat(exp bool, i int) (k uint32, w, f float32)

// WaitIO waits until WakeIO changes *version, unless it is not seen any more.
func WaitIO(version *uint64, seen uint64)

// WakeIO changes *version and wakes all who wait for that.
func WakeIO(version *uint64)
