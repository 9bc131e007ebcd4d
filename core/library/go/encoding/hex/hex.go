// Package hex writes bytes as pairs of hexadecimal digits.
package hex

import (
	"errors"
	"fmt"
)

const digits = "0123456789abcdef"

// ErrLength is an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

func EncodedLen(n int) int { return 2 * n }
func DecodedLen(x int) int { return x / 2 }

func AppendEncode(dst, src []byte) []byte {
	for _, c := range src {
		dst = append(dst, digits[c>>4], digits[c&15])
	}
	return dst
}

func Encode(dst, src []byte) int { return copy(dst, AppendEncode(nil, src)) }

func EncodeToString(src []byte) string { return string(AppendEncode(nil, src)) }

func value(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|32 && c|32 <= 'f':
		return (c | 32) - 'a' + 10, true
	}
	return 0, false
}

func Decode(dst, src []byte) (int, error) {
	i := 0
	for ; 2*i+1 < len(src); i++ {
		a, ok := value(src[2*i])
		if !ok {
			return i, InvalidByteError(src[2*i])
		}
		b, ok := value(src[2*i+1])
		if !ok {
			return i, InvalidByteError(src[2*i+1])
		}
		dst[i] = a<<4 | b
	}
	if len(src)%2 == 1 {
		if _, ok := value(src[len(src)-1]); !ok {
			return i, InvalidByteError(src[len(src)-1])
		}
		return i, ErrLength
	}
	return i, nil
}

func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, len(s)/2)
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

// Dump shows data as `hexdump -C` does.
func Dump(data []byte) string {
	const digits = "0123456789abcdef"
	var out []byte
	for at := 0; at < len(data); at += 16 {
		for shift := 28; shift >= 0; shift -= 4 {
			out = append(out, digits[at>>shift&15])
		}
		out = append(out, ' ')
		row := data[at:min(at+16, len(data))]
		for i := range 16 {
			if i%8 == 0 {
				out = append(out, ' ')
			}
			if i < len(row) {
				out = append(out, digits[row[i]>>4], digits[row[i]&15], ' ')
			} else {
				out = append(out, "   "...)
			}
		}
		out = append(out, " |"...)
		for _, b := range row {
			if b < 32 || b > 126 {
				b = '.'
			}
			out = append(out, b)
		}
		out = append(out, "|\n"...)
	}
	return string(out)
}
