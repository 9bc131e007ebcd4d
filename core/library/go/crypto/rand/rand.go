// Package rand gives random bytes of the run's choice source: reproducible, not secret.
package rand

import (
	"internal/rt"
	"io"
)

type reader struct{}

func (reader) Read(b []byte) (n int, err error) { return Read(b) }

// Reader gives random bytes.
var Reader io.Reader = reader{}

// Read fills b.
func Read(b []byte) (n int, err error) {
	for i := range b {
		b[i] = byte(rt.Below(256))
	}
	return len(b), nil
}

// Text is a random text of 26 letters and digits.
func Text() string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	b := make([]byte, 26)
	for i := range b {
		b[i] = alphabet[rt.Below(32)]
	}
	return string(b)
}
