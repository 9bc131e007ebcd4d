// Package bytes works on slices of bytes.
package bytes

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// view is b as a string without a copy, for as long as a call takes.
func view(b []byte) string

func Index(s, sep []byte) int                 { return strings.Index(view(s), view(sep)) }
func LastIndex(s, sep []byte) int             { return strings.LastIndex(view(s), view(sep)) }
func IndexByte(b []byte, c byte) int          { return strings.IndexByte(view(b), c) }
func LastIndexByte(s []byte, c byte) int      { return strings.LastIndexByte(view(s), c) }
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }
func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(view(s), view(replacement)))
}
func IndexRune(s []byte, r rune) int          { return strings.IndexRune(view(s), r) }
func IndexAny(s []byte, chars string) int     { return strings.IndexAny(view(s), chars) }
func Count(s, sep []byte) int                 { return strings.Count(view(s), view(sep)) }
func EqualFold(s, t []byte) bool              { return strings.EqualFold(view(s), view(t)) }
func Equal(a, b []byte) bool                  { return view(a) == view(b) }
func Compare(a, b []byte) int                 { return strings.Compare(view(a), view(b)) }
func Contains(b, subslice []byte) bool        { return Index(b, subslice) >= 0 }
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }
func ContainsRune(b []byte, r rune) bool      { return IndexRune(b, r) >= 0 }
func HasPrefix(s, prefix []byte) bool         { return strings.HasPrefix(view(s), view(prefix)) }
func HasSuffix(s, suffix []byte) bool         { return strings.HasSuffix(view(s), view(suffix)) }
func ToUpper(s []byte) []byte                 { return []byte(strings.ToUpper(view(s))) }
func ToLower(s []byte) []byte                 { return []byte(strings.ToLower(view(s))) }
func ToTitle(s []byte) []byte                 { return []byte(strings.ToTitle(view(s))) }
func Title(s []byte) []byte                   { return []byte(strings.Title(string(s))) }
func Repeat(b []byte, count int) []byte       { return []byte(strings.Repeat(string(b), count)) }
func Runes(s []byte) []rune                   { return []rune(string(s)) }
func ReplaceAll(s, old, new []byte) []byte    { return Replace(s, old, new, -1) }

func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(view(s), view(old), view(new), n))
}

func IndexFunc(s []byte, f func(r rune) bool) int     { return strings.IndexFunc(string(s), f) }
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(string(s), f) }
func ContainsFunc(b []byte, f func(rune) bool) bool   { return IndexFunc(b, f) >= 0 }
func Map(mapping func(r rune) rune, s []byte) []byte  { return []byte(strings.Map(mapping, string(s))) }

func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func Join(s [][]byte, sep []byte) []byte {
	out := []byte{}
	for i, part := range s {
		if i > 0 {
			out = append(out, sep...)
		}
		out = append(out, part...)
	}
	return out
}

// part is s[i:j] that cannot be appended to in place.
func part(s []byte, i, j int) []byte { return s[i:j:j] }

func genSplit(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	out := [][]byte{}
	start := 0
	for n < 0 || len(out) < n-1 {
		i := Index(s[start:], sep)
		if len(sep) == 0 {
			if start >= len(s) {
				return out
			}
			_, i = utf8.DecodeRune(s[start:])
			if start+i == len(s) {
				break
			}
		}
		if i < 0 {
			break
		}
		out = append(out, part(s, start, start+i+keep))
		start += i + len(sep)
	}
	if len(sep) == 0 && start >= len(s) {
		return out
	}
	return append(out, s[start:])
}

func Split(s, sep []byte) [][]byte              { return genSplit(s, sep, 0, -1) }
func SplitN(s, sep []byte, n int) [][]byte      { return genSplit(s, sep, 0, n) }
func SplitAfter(s, sep []byte) [][]byte         { return genSplit(s, sep, len(sep), -1) }
func SplitAfterN(s, sep []byte, n int) [][]byte { return genSplit(s, sep, len(sep), n) }
func Fields(s []byte) [][]byte                  { return FieldsFunc(s, unicode.IsSpace) }

func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	out := [][]byte{}
	start := -1
	for i, r := range string(s) {
		if f(r) {
			if start >= 0 {
				out = append(out, part(s, start, i))
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, part(s, start, len(s)))
	}
	return out
}

func trim(s []byte, left, right int) []byte {
	if left >= right {
		return nil
	}
	return s[left:right]
}

func TrimSpace(s []byte) []byte { return TrimFunc(s, unicode.IsSpace) }

func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	i := IndexFunc(s, func(r rune) bool { return !f(r) })
	if i < 0 {
		return nil
	}
	return s[i:]
}

func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	i := LastIndexFunc(s, func(r rune) bool { return !f(r) })
	if i >= 0 {
		_, size := utf8.DecodeRune(s[i:])
		i += size
	} else {
		i = 0
	}
	return s[:i]
}

func in(cutset string) func(rune) bool {
	return func(r rune) bool { return strings.ContainsRune(cutset, r) }
}

func Trim(s []byte, cutset string) []byte      { return TrimFunc(s, in(cutset)) }
func TrimLeft(s []byte, cutset string) []byte  { return TrimLeftFunc(s, in(cutset)) }
func TrimRight(s []byte, cutset string) []byte { return TrimRightFunc(s, in(cutset)) }

func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	return TrimPrefix(s, prefix), HasPrefix(s, prefix)
}

func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	return TrimSuffix(s, suffix), HasSuffix(s, suffix)
}

// Lines yields the lines of s with their newlines.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			n := IndexByte(s, '\n') + 1
			if n == 0 {
				n = len(s)
			}
			line := part(s, 0, n)
			s = s[n:]
			if !yield(line) {
				return
			}
		}
	}
}

// SplitSeq yields what Split returns.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return each(Split(s, sep)) }

func each(parts [][]byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, p := range parts {
			if !yield(p) {
				return
			}
		}
	}
}

func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte]               { return each(SplitAfter(s, sep)) }
func FieldsSeq(s []byte) iter.Seq[[]byte]                        { return each(Fields(s)) }
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] { return each(FieldsFunc(s, f)) }
