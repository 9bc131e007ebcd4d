package fmt

import (
	"internal/console"
	"io"
)

// A Scanner reads its own value.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

const (
	scanWords = iota
	scanLine
	scanFormat
)

// scan stores values of text into the pointers a. If text might go on (more) and that could matter, it
// asks for it. used is the number of bytes read, wrong the error or "", with "EOF" and "unexpected EOF"
// for those of package io.
func scan(mode int, format, text string, more bool, a []any) (n, used int, wrong string, ask bool)

func scanError(wrong string) error {
	switch wrong {
	case "":
		return nil
	case "EOF":
		return io.EOF
	case "unexpected EOF":
		return io.ErrUnexpectedEOF
	}
	return newError(wrong)
}

func Sscan(str string, a ...any) (n int, err error) {
	n, _, wrong, _ := scan(scanWords, "", str, false, a)
	return n, scanError(wrong)
}

func Sscanln(str string, a ...any) (n int, err error) {
	n, _, wrong, _ := scan(scanLine, "", str, false, a)
	return n, scanError(wrong)
}

func Sscanf(str string, format string, a ...any) (n int, err error) {
	n, _, wrong, _ := scan(scanFormat, format, str, false, a)
	return n, scanError(wrong)
}

// readByte reads one byte, because what is read too much is lost for the next call.
func readByte(r io.Reader, b []byte) error {
	for {
		n, err := r.Read(b[:1])
		if n == 1 {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func fscan(r io.Reader, mode int, format string, a []any) (n int, err error) {
	var text, b []byte
	b = make([]byte, 1)
	scanner, unreads := r.(io.RuneScanner)
	for more := true; ; {
		n, used, wrong, ask := scan(mode, format, string(text), more, a)
		if !ask || !more {
			if unreads && used < len(text) {
				scanner.UnreadRune()
			}
			return n, scanError(wrong)
		}
		if unreads {
			c, _, err := scanner.ReadRune()
			more = err == nil
			if more {
				text = append(text, string(c)...)
			}
			continue
		}
		if err := readByte(r, b); err != nil {
			more = false
		} else {
			text = append(text, b[0])
		}
	}
}

func Fscan(r io.Reader, a ...any) (n int, err error)   { return fscan(r, scanWords, "", a) }
func Fscanln(r io.Reader, a ...any) (n int, err error) { return fscan(r, scanLine, "", a) }
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return fscan(r, scanFormat, format, a)
}

func Scan(a ...any) (n int, err error)   { return Fscan(console.Input(), a...) }
func Scanln(a ...any) (n int, err error) { return Fscanln(console.Input(), a...) }
func Scanf(format string, a ...any) (n int, err error) {
	return Fscanf(console.Input(), format, a...)
}
