package regexp

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Regexp is a compiled pattern.
type Regexp struct {
	text    string
	prog    []inst
	names   []string
	longest bool
}

func (re *Regexp) emit(n *node) {
	switch n.kind {
	case 'c':
		re.prog = append(re.prog, inst{op: opChar, set: n.set})
	case 'a':
		re.prog = append(re.prog, inst{op: opAssert, x: n.n})
	case '(':
		if n.n >= 0 {
			re.prog = append(re.prog, inst{op: opSave, x: 2 * n.n})
		}
		re.emit(n.subs[0])
		if n.n >= 0 {
			re.prog = append(re.prog, inst{op: opSave, x: 2*n.n + 1})
		}
	case '.':
		for _, sub := range n.subs {
			re.emit(sub)
		}
	case '|':
		var ends []int
		for i, sub := range n.subs {
			if i == len(n.subs)-1 {
				re.emit(sub)
				break
			}
			split := re.split()
			re.prog[split].x = len(re.prog)
			re.emit(sub)
			ends = append(ends, re.split())
			re.prog[split].y = len(re.prog)
		}
		for _, end := range ends {
			re.prog[end].x, re.prog[end].y = len(re.prog), -1
		}
	case '*':
		re.repeat(n)
	}
}

func (re *Regexp) split() int {
	re.prog = append(re.prog, inst{op: opSplit})
	return len(re.prog) - 1
}

// branch sets the two ways of a split: into the repetition, and out of it.
func (re *Regexp) branch(split, in, out int, lazy bool) {
	if lazy {
		in, out = out, in
	}
	re.prog[split].x, re.prog[split].y = in, out
}

func (re *Regexp) repeat(n *node) {
	if len(re.prog) > 100000 {
		panic(&syntaxError{"expression nests too deeply: `" + re.text + "`"})
	}
	last := 0
	for range n.min {
		last = len(re.prog)
		re.emit(n.subs[0])
	}
	if n.max < 0 {
		// x* is (x+)?, so that an x which matches nothing is tried once.
		skip := -1
		if n.min == 0 {
			skip = re.split()
			last = len(re.prog)
			re.emit(n.subs[0])
		}
		again := re.split()
		re.branch(again, last, len(re.prog), n.lazy)
		if skip >= 0 {
			re.branch(skip, skip+1, len(re.prog), n.lazy)
		}
		return
	}
	var splits []int
	for range n.max - n.min {
		splits = append(splits, re.split())
		re.emit(n.subs[0])
	}
	for _, split := range splits {
		re.branch(split, split+1, len(re.prog), n.lazy)
	}
}

// Compile reads a pattern.
func Compile(expr string) (re *Regexp, err error) {
	defer func() {
		if e, ok := recover().(*syntaxError); ok {
			re, err = nil, e
		}
	}()
	p := &parser{text: expr, names: []string{""}}
	tree := p.choice()
	if p.more() {
		fail("unexpected )", expr)
	}
	re = &Regexp{text: expr, names: p.names}
	re.emit(&node{kind: '(', subs: []*node{tree}})
	re.prog = append(re.prog, inst{op: opMatch})
	return re, nil
}

// CompilePOSIX is Compile that prefers the longest match.
func CompilePOSIX(expr string) (*Regexp, error) {
	re, err := Compile(expr)
	if err == nil {
		re.longest = true
	}
	return re, err
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// MustCompile is Compile that panics.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic(`regexp: Compile(` + quote(str) + `): ` + err.Error())
	}
	return re
}

type job struct {
	pc, at int
	slot   int // when >= 0: put old back into the slot
	old    int
}

// search finds the leftmost match at or behind from.
func (re *Regexp) search(s string, from int) []int {
	size := len(s) + 1
	tried := make([]uint64, (len(re.prog)*size+63)/64)
	caps := make([]int, 2*len(re.names))
	var best []int
	var stack []job
	for start := from; start <= len(s) && best == nil; {
		for i := range caps {
			caps[i] = -1
		}
		stack = append(stack[:0], job{pc: 0, at: start, slot: -1})
		for len(stack) > 0 {
			j := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if j.slot >= 0 {
				caps[j.slot] = j.old
				continue
			}
			pc, at := j.pc, j.at
		run:
			for {
				bit := pc*size + at
				if tried[bit/64]>>(bit%64)&1 != 0 {
					break
				}
				tried[bit/64] |= 1 << (bit % 64)
				switch in := &re.prog[pc]; in.op {
				case opChar:
					if at == len(s) {
						break run
					}
					r, w := utf8.DecodeRuneInString(s[at:])
					if !in.set.holds(r) {
						break run
					}
					at += w
					pc++
				case opSplit:
					if in.y >= 0 {
						stack = append(stack, job{pc: in.y, at: at, slot: -1})
					}
					pc = in.x
				case opSave:
					stack = append(stack, job{slot: in.x, old: caps[in.x]})
					caps[in.x] = at
					pc++
				case opAssert:
					if !holdsAt(byte(in.x), s, at) {
						break run
					}
					pc++
				case opMatch:
					if best == nil || at > best[1] {
						best = append([]int(nil), caps...)
					}
					if !re.longest {
						return best
					}
					break run
				}
			}
		}
		_, w := utf8.DecodeRuneInString(s[start:])
		start += max(w, 1)
	}
	return best
}

func holdsAt(kind byte, s string, at int) bool {
	before := at > 0 && word(rune(s[max(at-1, 0)]))
	after := at < len(s) && word(rune(s[min(at, len(s)-1)]))
	switch kind {
	case 'A':
		return at == 0
	case 'z':
		return at == len(s)
	case '^':
		return at == 0 || s[at-1] == '\n'
	case '$':
		return at == len(s) || s[at] == '\n'
	case 'b':
		return before != after
	}
	return before == after
}

// all calls f for each match, at most n of them unless n < 0.
func (re *Regexp) all(s string, n int, f func(m []int)) {
	last := -1
	for at := 0; n != 0 && at <= len(s); {
		m := re.search(s, at)
		if m == nil {
			return
		}
		accept := true
		if m[1] == m[0] {
			accept = m[0] != last
			_, w := utf8.DecodeRuneInString(s[m[1]:])
			at = m[1] + max(w, 1)
		} else {
			at = m[1]
		}
		last = m[1]
		if accept {
			f(m)
			n--
		}
	}
}

// QuoteMeta escapes what has a meaning in patterns.
func QuoteMeta(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(`\.+*?()|[]{}^$`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

func Match(pattern string, b []byte) (matched bool, err error) {
	return MatchString(pattern, string(b))
}

func (re *Regexp) String() string            { return re.text }
func (re *Regexp) NumSubexp() int            { return len(re.names) - 1 }
func (re *Regexp) SubexpNames() []string     { return re.names }
func (re *Regexp) Longest()                  { re.longest = true }
func (re *Regexp) Match(b []byte) bool       { return re.MatchString(string(b)) }
func (re *Regexp) MatchString(s string) bool { return re.search(s, 0) != nil }

// SubexpIndex is the number of the group with a name, or -1.
func (re *Regexp) SubexpIndex(name string) int {
	for i, n := range re.names {
		if n == name && name != "" {
			return i
		}
	}
	return -1
}

// template replaces $1, ${name} and $$ of a template.
func (re *Regexp) template(dst []byte, template, s string, m []int) []byte {
	for {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			return dst
		}
		template = after
		if strings.HasPrefix(template, "$") {
			dst = append(dst, '$')
			template = template[1:]
			continue
		}
		name, rest := "", template
		if strings.HasPrefix(template, "{") {
			name, rest, ok = strings.Cut(template[1:], "}")
		} else {
			i := 0
			for i < len(template) && word(rune(template[i])) {
				i++
			}
			name, rest = template[:i], template[i:]
		}
		if name == "" || !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		n, err := strconv.Atoi(name)
		if err != nil {
			n = re.SubexpIndex(name)
		}
		if n >= 0 && 2*n < len(m) && m[2*n] >= 0 {
			dst = append(dst, s[m[2*n]:m[2*n+1]]...)
		}
	}
}

func (re *Regexp) replace(src string, f func(dst []byte, m []int) []byte) string {
	var out []byte
	last := 0
	re.all(src, -1, func(m []int) {
		out = append(out, src[last:m[0]]...)
		out = f(out, m)
		last = m[1]
	})
	return string(append(out, src[last:]...))
}
