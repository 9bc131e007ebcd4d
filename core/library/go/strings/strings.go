// Package strings works on UTF-8 texts.
package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

func Index(s, substr string) int
func LastIndex(s, substr string) int
func IndexByte(s string, c byte) int
func LastIndexByte(s string, c byte) int
func IndexAny(s, chars string) int
func LastIndexAny(s, chars string) int
func Count(s, substr string) int
func EqualFold(s, t string) bool
func ToUpper(s string) string
func ToLower(s string) string
func ToTitle(s string) string
func ToValidUTF8(s, replacement string) string
func Fields(s string) []string
func TrimSpace(s string) string
func Trim(s, cutset string) string
func TrimLeft(s, cutset string) string
func TrimRight(s, cutset string) string
func Join(elems []string, sep string) string
func Replace(s, old, new string, n int) string
func split(s, sep string, keep, n int) []string
func repeat(s string, count int) string

func Contains(s, substr string) bool     { return Index(s, substr) >= 0 }
func ContainsAny(s, chars string) bool   { return IndexAny(s, chars) >= 0 }
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }
func HasPrefix(s, prefix string) bool    { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }
func Split(s, sep string) []string         { return split(s, sep, 0, -1) }
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }
func SplitAfter(s, sep string) []string    { return split(s, sep, len(sep), -1) }
func SplitAfterN(s, sep string, n int) []string {
	return split(s, sep, len(sep), n)
}

func Compare(a, b string) int {
	if a < b {
		return -1
	} else if a > b {
		return +1
	}
	return 0
}

func Clone(s string) string { return string([]byte(s)) }

func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if len(s) > 0 && count > 1<<40/len(s) {
		panic("strings: Repeat output length overflow")
	}
	return repeat(s, count)
}

func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

func IndexFunc(s string, f func(rune) bool) int {
	for i, r := range s {
		if f(r) {
			return i
		}
	}
	return -1
}

func LastIndexFunc(s string, f func(rune) bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) {
			return i
		}
	}
	return -1
}

func IndexRune(s string, r rune) int {
	if r == utf8.RuneError {
		return IndexFunc(s, func(c rune) bool { return c == r })
	}
	if !utf8.ValidRune(r) {
		return -1
	}
	return Index(s, string(r))
}

func Map(mapping func(rune) rune, s string) string {
	b := make([]byte, 0, len(s))
	for _, c := range s {
		if r := mapping(c); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}

// Title makes the first letter of each word a title case letter.
func Title(s string) string {
	prev := ' '
	return Map(func(r rune) rune {
		letter := prev == '_' || unicode.IsLetter(prev) || unicode.IsDigit(prev) || prev == '\''
		if prev > 0x7F && !letter {
			letter = !unicode.IsSpace(prev)
		}
		prev = r
		if letter {
			return r
		}
		return unicode.ToTitle(r)
	}, s)
}

func FieldsFunc(s string, f func(rune) bool) []string {
	var out []string
	for part := range FieldsFuncSeq(s, f) {
		out = append(out, part)
	}
	if out == nil {
		out = []string{}
	}
	return out
}

func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func TrimLeftFunc(s string, f func(rune) bool) string {
	for i, r := range s {
		if !f(r) {
			return s[i:]
		}
	}
	return ""
}

func TrimRightFunc(s string, f func(rune) bool) string {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// Lines yields the lines of s with their newlines.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(s) > 0 {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[:i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

func splitSeq(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := s; ; {
			i := Index(rest, sep)
			if len(sep) == 0 {
				if len(rest) == 0 {
					return
				}
				_, i = utf8.DecodeRuneInString(rest)
			}
			if i < 0 || len(sep) == 0 && i == len(rest) {
				yield(rest)
				return
			}
			if !yield(rest[:i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
	}
}

func SplitSeq(s, sep string) iter.Seq[string]      { return splitSeq(s, sep, 0) }
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, len(sep)) }
func FieldsSeq(s string) iter.Seq[string]          { return FieldsFuncSeq(s, unicode.IsSpace) }

func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range s {
			if f(r) {
				if start >= 0 && !yield(s[start:i]) {
					return
				}
				start = -1
			} else if start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}
