// Package console is the three standard streams without the rest of an operating system, so that programs
// which only print do not load package os.
package console

import (
	"internal/rt"
	"io"
)

// A Stream is a standard stream: 0 is input, 1 is output, 2 is for errors.
type Stream int

// Opened returns what the variables os.Stdin and os.Stdout hold; it is nil in programs without package os.
var Opened func(fd int) any

// write prints s on the stream fd.
func write(fd int, s string)

// writeBytes prints b on the stream fd.
func writeBytes(fd int, b []byte)

// read waits for bytes on the standard input: -1 at its end.
func read(b []byte) int

func (s Stream) Write(b []byte) (n int, err error) {
	rt.EnterKernel()
	writeBytes(int(s), b)
	return len(b), nil
}

func (s Stream) WriteString(text string) (n int, err error) {
	rt.EnterKernel()
	write(int(s), text)
	return len(text), nil
}

func (s Stream) Read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	n = read(b)
	if n < 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Print writes text to the standard output, wherever the program has redirected it.
func Print(text string) (n int, err error) {
	if Opened == nil {
		return Stream(1).WriteString(text)
	}
	return io.WriteString(Opened(1).(io.Writer), text)
}

// Input is the standard input.
func Input() io.Reader {
	if Opened == nil {
		return Stream(0)
	}
	return Opened(0).(io.Reader)
}
