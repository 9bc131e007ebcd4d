// Package base64 writes bytes with 64 characters.
package base64

import "strconv"

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// An Encoding is an alphabet with or without padding.
type Encoding struct {
	alphabet string
	pad      rune
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

var (
	StdEncoding    = NewEncoding(letters + "+/")
	URLEncoding    = NewEncoding(letters + "-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// NewEncoding returns an encoding with padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	return &Encoding{encoder, StdPadding}
}

func (enc Encoding) WithPadding(padding rune) *Encoding {
	enc.pad = padding
	return &enc
}

// CorruptInputError is where a text is malformed.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n * 6 / 8
	}
	return n / 4 * 3
}

func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for ; len(src) > 0; src = src[min(3, len(src)):] {
		var v uint
		n := min(3, len(src))
		for i := range 3 {
			v <<= 8
			if i < n {
				v |= uint(src[i])
			}
		}
		for i := range 4 {
			if i <= n {
				dst = append(dst, enc.alphabet[v>>(18-6*i)&63])
			} else if enc.pad != NoPadding {
				dst = append(dst, byte(enc.pad))
			}
		}
	}
	return dst
}

func (enc *Encoding) Encode(dst, src []byte)           { copy(dst, enc.AppendEncode(nil, src)) }
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	out := []byte{}
	var v uint
	n, pads := 0, 0
	for i := range len(s) {
		c := s[i]
		if c == '\n' || c == '\r' {
			continue
		}
		if rune(c) == enc.pad {
			pads++
			if n+pads > 4 || n < 2 {
				return out, CorruptInputError(i)
			}
			continue
		}
		d := -1
		for j := range 64 {
			if enc.alphabet[j] == c {
				d = j
				break
			}
		}
		if d < 0 || pads > 0 {
			return out, CorruptInputError(i)
		}
		v = v<<6 | uint(d)
		if n++; n == 4 {
			out = append(out, byte(v>>16), byte(v>>8), byte(v))
			v, n = 0, 0
		}
	}
	if n == 1 || n > 0 && enc.pad != NoPadding && n+pads != 4 {
		return out, CorruptInputError(len(s) - n - pads)
	}
	switch n {
	case 2:
		out = append(out, byte(v>>4))
	case 3:
		out = append(out, byte(v>>10), byte(v>>2))
	}
	return out, nil
}

func (enc *Encoding) Decode(dst, src []byte) (int, error) {
	b, err := enc.DecodeString(string(src))
	return copy(dst, b), err
}
