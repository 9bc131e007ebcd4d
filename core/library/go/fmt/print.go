// Package fmt prints and reads values. The formatter itself is a native that walks values by their run-
// time types; Go code steps in where a value has a method that must speak.
package fmt

import (
	"internal/console"
	"io"
)

// State is what a Formatter writes to.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// A Formatter formats itself.
type Formatter interface{ Format(f State, verb rune) }

// A Stringer has a text.
type Stringer interface{ String() string }

// A GoStringer has a text in Go syntax.
type GoStringer interface{ GoString() string }

// A request is an operand with a method that must speak; the native fills the first half, speak the second.
type request struct {
	arg   any
	verb  rune
	flags int
	wid   int
	prec  int
	raw   bool
	text  string
}

const (
	modePrint = iota
	modePrintln
	modePrintf
	modeErrorf
)

// render formats a as mode says. Where it needs methods whose answers are not in said, it returns how many
// answers are missing; they go behind those in said. wrapped is the set of operands of %w.
func render(mode int, format string, a []any, said []request) (text string, missing int, wrapped uint64)

// pending fills the empty end of said with what render misses.
func pending(mode int, format string, a []any, said []request, known int)

func sprint(mode int, format string, a []any) string {
	text, missing, _ := render(mode, format, a, nil)
	if missing != 0 {
		text, _ = sprintSlow(mode, format, a, missing)
	}
	return text
}

func sprintSlow(mode int, format string, a []any, missing int) (text string, wrapped uint64) {
	var said []request
	for missing != 0 {
		known := len(said)
		more := make([]request, known+missing)
		copy(more, said)
		said = more
		pending(mode, format, a, said, known)
		for i := known; i < len(said); i++ {
			said[i].speak()
		}
		text, missing, wrapped = render(mode, format, a, said)
	}
	return text, wrapped
}

// isNil tells whether v is a nil pointer.
func isNil(v any) bool

const sharpV = 1 << 7

// speak calls the method and notes what it said, or how it panicked.
func (r *request) speak() {
	method := "String"
	defer func() {
		if err := recover(); err != nil {
			r.raw = true
			if isNil(r.arg) {
				r.text = "<nil>"
				return
			}
			r.text = "%!" + string(r.verb) + "(PANIC=" + method + " method: " + sprint(modePrint, "", []any{err}) + ")"
		}
	}()
	if f, ok := r.arg.(Formatter); ok {
		method = "Format"
		s := &state{r: r}
		r.raw = true
		defer func() { r.text = string(s.buf) }()
		f.Format(s, r.verb)
		return
	}
	if r.flags&sharpV != 0 {
		method = "GoString"
		r.raw = true
		r.text = r.arg.(GoStringer).GoString()
		return
	}
	switch v := r.arg.(type) {
	case error:
		method = "Error"
		r.text = v.Error()
	case Stringer:
		r.text = v.String()
	}
}

type state struct {
	r   *request
	buf []byte
}

func (s *state) Write(b []byte) (n int, err error) {
	s.buf = append(s.buf, b...)
	return len(b), nil
}

func (s *state) WriteString(text string) (n int, err error) {
	s.buf = append(s.buf, text...)
	return len(text), nil
}

func (s *state) Width() (wid int, ok bool)      { return max(s.r.wid, 0), s.r.wid >= 0 }
func (s *state) Precision() (prec int, ok bool) { return max(s.r.prec, 0), s.r.prec >= 0 }

func (s *state) Flag(c int) bool {
	for i, f := range "-+# 0" {
		if int(f) == c {
			return s.r.flags>>i&1 != 0
		}
	}
	return false
}

// FormatString is the directive that s and verb stand for.
func FormatString(s State, verb rune) string {
	b := []byte("%")
	for _, c := range " +-#0" {
		if s.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := s.Width(); ok {
		b = append(b, Sprint(w)...)
	}
	if p, ok := s.Precision(); ok {
		b = append(append(b, '.'), Sprint(p)...)
	}
	return string(append(b, string(verb)...))
}

func Sprintf(format string, a ...any) string { return sprint(modePrintf, format, a) }
func Sprint(a ...any) string                 { return sprint(modePrint, "", a) }
func Sprintln(a ...any) string               { return sprint(modePrintln, "", a) }

func Printf(format string, a ...any) (n int, err error) {
	return console.Print(sprint(modePrintf, format, a))
}

func Print(a ...any) (n int, err error)   { return console.Print(sprint(modePrint, "", a)) }
func Println(a ...any) (n int, err error) { return console.Print(sprint(modePrintln, "", a)) }

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return w.Write([]byte(sprint(modePrintf, format, a)))
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	return w.Write([]byte(sprint(modePrint, "", a)))
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	return w.Write([]byte(sprint(modePrintln, "", a)))
}

func Append(b []byte, a ...any) []byte   { return append(b, sprint(modePrint, "", a)...) }
func Appendln(b []byte, a ...any) []byte { return append(b, sprint(modePrintln, "", a)...) }
func Appendf(b []byte, format string, a ...any) []byte {
	return append(b, sprint(modePrintf, format, a)...)
}

// Errorf returns an error with a formatted text that wraps the operands of %w.
func Errorf(format string, a ...any) error {
	text, missing, wrapped := render(modeErrorf, format, a, nil)
	if missing != 0 {
		text, wrapped = sprintSlow(modeErrorf, format, a, missing)
	}
	var errs []error
	for i, arg := range a {
		if wrapped>>i&1 != 0 {
			if err, ok := arg.(error); ok {
				errs = append(errs, err)
			}
		}
	}
	switch {
	case len(errs) > 1:
		return &wrapErrors{text, errs}
	case len(errs) == 1:
		return &wrapError{text, errs[0]}
	case wrapped != 0:
		return &wrapError{text, nil}
	}
	return newError(text)
}

func newError(text string) error

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
