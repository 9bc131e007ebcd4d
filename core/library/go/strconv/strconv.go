// Package strconv turns values into texts and back.
package strconv

import "errors"

const IntSize = 64

var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError says which text could not be read as a number.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}
func (e *NumError) Unwrap() error { return e.Err }

// The statuses of the natives below: 0 ok, 1 syntax, 2 range, 3 base, 4 bit size.
func parseInt(s string, base, bits int) (i int64, status int)
func parseUint(s string, base, bits int) (u uint64, status int)
func parseFloat(s string, bits int) (f float64, status int)

func numError(fn, s string, status, base, bits int) error {
	switch status {
	case 0:
		return nil
	case 1:
		return &NumError{fn, s, ErrSyntax}
	case 2:
		return &NumError{fn, s, ErrRange}
	case 3:
		return &NumError{fn, s, errors.New("invalid base " + Itoa(base))}
	}
	return &NumError{fn, s, errors.New("invalid bit size " + Itoa(bits))}
}

func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	i, status := parseInt(s, base, bitSize)
	return i, numError("ParseInt", s, status, base, bitSize)
}

func ParseUint(s string, base int, bitSize int) (uint64, error) {
	u, status := parseUint(s, base, bitSize)
	return u, numError("ParseUint", s, status, base, bitSize)
}

func ParseFloat(s string, bitSize int) (float64, error) {
	f, status := parseFloat(s, bitSize)
	return f, numError("ParseFloat", s, status, 0, 0)
}

func Atoi(s string) (int, error) {
	i, status := parseInt(s, 10, 0)
	return int(i), numError("Atoi", s, status, 10, 0)
}

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func Itoa(i int) string

func formatInt(i int64, base int) string
func formatUint(i uint64, base int) string

func FormatInt(i int64, base int) string {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	return formatInt(i, base)
}

func FormatUint(i uint64, base int) string {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	return formatUint(i, base)
}

func formatFloat(f float64, fmt byte, prec, bitSize int) string

func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

// What quoting keeps: 0 printable runes, 1 ASCII, 2 graphic runes.
func quote(s string, keep int) string
func quoteRune(r rune, keep int) string
func unquote(s string) (t string, ok bool)
func unquoteChar(s string, quote byte) (value rune, multibyte bool, used int, ok bool)

func Quote(s string) string            { return quote(s, 0) }
func QuoteToASCII(s string) string     { return quote(s, 1) }
func QuoteToGraphic(s string) string   { return quote(s, 2) }
func QuoteRune(r rune) string          { return quoteRune(r, 0) }
func QuoteRuneToASCII(r rune) string   { return quoteRune(r, 1) }
func QuoteRuneToGraphic(r rune) string { return quoteRune(r, 2) }
func CanBackquote(s string) bool
func IsPrint(r rune) bool
func IsGraphic(r rune) bool

func Unquote(s string) (string, error) {
	t, ok := unquote(s)
	if !ok {
		return "", ErrSyntax
	}
	return t, nil
}

func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	value, multibyte, used, ok := unquoteChar(s, quote)
	if !ok {
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s[used:], nil
}

func AppendInt(dst []byte, i int64, base int) []byte   { return append(dst, FormatInt(i, base)...) }
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}
func AppendBool(dst []byte, b bool) []byte             { return append(dst, FormatBool(b)...) }
func AppendQuote(dst []byte, s string) []byte          { return append(dst, Quote(s)...) }
func AppendQuoteToASCII(dst []byte, s string) []byte   { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteRune(dst []byte, r rune) []byte        { return append(dst, QuoteRune(r)...) }
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }
