// Package regexp searches with regular expressions of Go's syntax. A pattern becomes a small program which a
// backtracking search runs; a table of tried (instruction, place) pairs keeps that linear in the text.
package regexp

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	opChar  = iota
	opSplit // tries x, then y
	opSave
	opAssert
	opMatch
)

type inst struct {
	op   int
	x, y int
	set  *class
}

// A class is a set of runes: ranges in pairs, and tests for the classes with names.
type class struct {
	ranges []rune
	tests  []func(rune) bool
	not    bool
	fold   bool
}

func (c *class) holds(r rune) bool {
	if c.fold {
		return (c.has(r) || c.has(unicode.ToLower(r)) || c.has(unicode.ToUpper(r))) != c.not
	}
	return c.has(r) != c.not
}

func (c *class) has(r rune) bool {
	for i := 0; i < len(c.ranges); i += 2 {
		if c.ranges[i] <= r && r <= c.ranges[i+1] {
			return true
		}
	}
	for _, test := range c.tests {
		if test(r) {
			return true
		}
	}
	return false
}

// A node is a piece of the parsed pattern.
type node struct {
	kind     byte // c: class, a: assertion, (: group, .: sequence, |: choice, *: repetition
	set      *class
	n        int
	subs     []*node
	min, max int
	lazy     bool
}

type flags struct{ fold, multi, dotAll, ungreedy bool }

type parser struct {
	text  string
	at    int
	flags flags
	names []string
}

// A syntaxError ends the parser; Compile recovers it.
type syntaxError struct{ text string }

func (e *syntaxError) Error() string { return "error parsing regexp: " + e.text }

func fail(what, where string) {
	panic(&syntaxError{what + ": `" + where + "`"})
}

func (p *parser) more() bool { return p.at < len(p.text) }

func (p *parser) peek(c byte) bool { return p.more() && p.text[p.at] == c }

func (p *parser) take(c byte) bool {
	if p.peek(c) {
		p.at++
		return true
	}
	return false
}

func (p *parser) rune() rune {
	r, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
	return r
}

func (p *parser) choice() *node {
	outer := p.flags
	subs := []*node{p.sequence()}
	for p.take('|') {
		subs = append(subs, p.sequence())
	}
	p.flags = outer
	if len(subs) == 1 {
		return subs[0]
	}
	return &node{kind: '|', subs: subs}
}

func (p *parser) sequence() *node {
	s := &node{kind: '.'}
	for p.more() && !p.peek('|') && !p.peek(')') {
		from := p.at
		atom := p.atom()
		if atom == nil {
			continue
		}
		start := p.at
		s.subs = append(s.subs, p.repeats(atom, from))
		if after := p.at; after > start {
			if p.repeats(atom, from); p.at > after {
				fail("invalid nested repetition operator", p.text[start:p.at])
			}
		}
	}
	return s
}

func (p *parser) repeats(atom *node, from int) *node {
	if !p.more() {
		return atom
	}
	r := &node{kind: '*', subs: []*node{atom}, max: -1}
	switch p.text[p.at] {
	case '*':
	case '+':
		r.min = 1
	case '?':
		r.max = 1
	case '{':
		end := strings.IndexByte(p.text[p.at:], '}')
		if end < 0 || !p.counts(r, p.text[p.at+1:p.at+end]) {
			return atom
		}
		if r.min > 1000 || r.max > 1000 || r.max >= 0 && r.max < r.min {
			fail("invalid repeat count", p.text[p.at:p.at+end+1])
		}
		p.at += end
	default:
		return atom
	}
	p.at++
	r.lazy = p.take('?') != p.flags.ungreedy
	return r
}

func (p *parser) counts(r *node, text string) bool {
	low, high, both := strings.Cut(text, ",")
	var err error
	if r.min, err = strconv.Atoi(low); err != nil {
		return false
	}
	switch {
	case !both:
		r.max = r.min
	case high != "":
		if r.max, err = strconv.Atoi(high); err != nil {
			return false
		}
	}
	return true
}

func assertion(kind byte) *node { return &node{kind: 'a', n: int(kind)} }

func (p *parser) atom() *node {
	from := p.at
	switch c := p.rune(); c {
	case '(':
		return p.group(from)
	case ')':
		fail("unexpected )", p.text)
	case '[':
		return &node{kind: 'c', set: p.set(from)}
	case '.':
		if p.flags.dotAll {
			return &node{kind: 'c', set: &class{not: true}}
		}
		return &node{kind: 'c', set: &class{ranges: []rune{'\n', '\n'}, not: true}}
	case '^':
		if p.flags.multi {
			return assertion('^')
		}
		return assertion('A')
	case '$':
		if p.flags.multi {
			return assertion('$')
		}
		return assertion('z')
	case '*', '+', '?':
		fail("missing argument to repetition operator", string(c))
	case '\\':
		return p.escape(from)
	default:
		return p.literal(c)
	}
	return nil
}

func (p *parser) literal(r rune) *node {
	return &node{kind: 'c', set: &class{ranges: []rune{r, r}, fold: p.flags.fold}}
}

func (p *parser) escape(from int) *node {
	if !p.more() {
		fail("trailing backslash at end of expression", "")
	}
	switch c := p.text[p.at]; c {
	case 'b', 'B', 'A', 'z':
		p.at++
		return assertion(c)
	case 'Q':
		literal, _, _ := strings.Cut(p.text[p.at+1:], `\E`)
		s := &node{kind: '.'}
		for _, r := range literal {
			s.subs = append(s.subs, p.literal(r))
		}
		p.at = min(p.at+1+len(literal)+2, len(p.text))
		return s
	}
	set := &class{fold: p.flags.fold}
	if !p.named(set, from) {
		r := p.char(from)
		set.ranges = []rune{r, r}
	}
	return &node{kind: 'c', set: set}
}

func word(r rune) bool {
	return r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

func space(r rune) bool { return strings.ContainsRune("\t\n\f\r ", r) }
func ascii(f func(rune) bool) func(rune) bool {
	return func(r rune) bool { return r < 128 && f(r) }
}

var classes = map[string]func(rune) bool{
	"d":      ascii(unicode.IsDigit),
	"w":      word,
	"s":      space,
	"digit":  ascii(unicode.IsDigit),
	"word":   word,
	"alpha":  ascii(unicode.IsLetter),
	"upper":  ascii(unicode.IsUpper),
	"lower":  ascii(unicode.IsLower),
	"punct":  ascii(func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }),
	"space":  func(r rune) bool { return space(r) || r == '\v' },
	"alnum":  func(r rune) bool { return word(r) && r != '_' },
	"blank":  func(r rune) bool { return r == ' ' || r == '\t' },
	"cntrl":  ascii(unicode.IsControl),
	"print":  func(r rune) bool { return ' ' <= r && r < 127 },
	"graph":  func(r rune) bool { return ' ' < r && r < 127 },
	"xdigit": func(r rune) bool { return '0' <= r && r <= '9' || 'a' <= r|32 && r|32 <= 'f' },
	"ascii":  func(r rune) bool { return r < 128 },
}

var properties = map[string]func(rune) bool{
	"L": unicode.IsLetter, "Lu": unicode.IsUpper, "Ll": unicode.IsLower, "Lt": unicode.IsTitle,
	"N": unicode.IsNumber, "Nd": unicode.IsDigit, "P": unicode.IsPunct, "S": unicode.IsSymbol,
	"M": unicode.IsMark, "Z": unicode.IsSpace,
	"Han":      func(r rune) bool { return 0x3400 <= r && r <= 0x9fff || r == '々' },
	"Greek":    func(r rune) bool { return 0x370 <= r && r <= 0x3ff && unicode.IsLetter(r) },
	"Cyrillic": func(r rune) bool { return 0x400 <= r && r <= 0x52f },
	"Latin":    func(r rune) bool { return r < 0x250 && unicode.IsLetter(r) },
}

// named reads \d, \W, \pL and their like behind the backslash.
func (p *parser) named(set *class, from int) bool {
	c := p.text[p.at]
	lower := string(c | 32)
	test := classes[lower]
	switch {
	case c == 'p' || c == 'P':
		p.at++
		name := ""
		if p.take('{') {
			end := strings.IndexByte(p.text[p.at:], '}')
			if end < 0 {
				fail("invalid character class range", p.text[from:])
			}
			name = p.text[p.at : p.at+end]
			p.at += end + 1
		} else if p.more() {
			name = string(p.rune())
		}
		if test = properties[strings.TrimPrefix(name, "^")]; test == nil {
			fail("invalid character class range", p.text[from:p.at])
		}
		if name[0] == '^' {
			c ^= 32
		}
	case len(lower) == 1 && test != nil:
		p.at++
	default:
		return false
	}
	if c&32 == 0 {
		set.tests = append(set.tests, func(r rune) bool { return !test(r) })
	} else {
		set.tests = append(set.tests, test)
	}
	return true
}

// char reads an escape that stands for one rune.
func (p *parser) char(from int) rune {
	c := p.rune()
	switch {
	case c == 'x' && p.take('{'):
		if end := strings.IndexByte(p.text[p.at:], '}'); end > 0 {
			if n, err := strconv.ParseUint(p.text[p.at:p.at+end], 16, 32); err == nil && n <= unicode.MaxRune {
				p.at += end + 1
				return rune(n)
			}
		}
	case c == 'x' && p.at+2 <= len(p.text):
		if n, err := strconv.ParseUint(p.text[p.at:p.at+2], 16, 32); err == nil {
			p.at += 2
			return rune(n)
		}
	case c == '0':
		return 0
	case c < 128 && !word(c):
		return c
	}
	if i := strings.IndexRune("aftnrv", c); i >= 0 {
		return rune("\a\f\t\n\r\v"[i])
	}
	fail("invalid escape sequence", p.text[from:p.at])
	return 0
}

func (p *parser) set(from int) *class {
	set := &class{fold: p.flags.fold, not: p.take('^')}
	for first := true; first || !p.peek(']'); first = false {
		if !p.more() {
			fail("missing closing ]", p.text[from:])
		}
		if strings.HasPrefix(p.text[p.at:], "[:") {
			if end := strings.Index(p.text[p.at:], ":]"); end > 0 {
				name := p.text[p.at+2 : p.at+end]
				test := classes[strings.TrimPrefix(name, "^")]
				if test == nil {
					fail("invalid character class range", p.text[p.at:p.at+end+2])
				}
				if name[0] == '^' {
					set.tests = append(set.tests, func(r rune) bool { return !test(r) })
				} else {
					set.tests = append(set.tests, test)
				}
				p.at += end + 2
				continue
			}
		}
		start := p.at
		if p.peek('\\') && p.at+1 < len(p.text) {
			p.at++
			if p.named(set, start) {
				continue
			}
			p.at--
		}
		low := p.member()
		high := low
		if p.at+1 < len(p.text) && p.text[p.at] == '-' && p.text[p.at+1] != ']' {
			p.at++
			high = p.member()
			if high < low {
				fail("invalid character class range", p.text[start:p.at])
			}
		}
		set.ranges = append(set.ranges, low, high)
	}
	p.at++
	return set
}

func (p *parser) member() rune {
	from := p.at
	if c := p.rune(); c != '\\' {
		return c
	}
	if !p.more() {
		fail("missing closing ]", p.text[from:])
	}
	return p.char(from)
}

func (p *parser) group(from int) *node {
	g := &node{kind: '('}
	outer := p.flags
	if p.take('?') {
		if strings.HasPrefix(p.text[p.at:], "P<") || p.peek('<') {
			end := strings.IndexByte(p.text[p.at:], '>')
			if end < 0 {
				fail("invalid named capture", p.text[from:])
			}
			_, name, _ := strings.Cut(p.text[p.at:p.at+end], "<")
			if name == "" {
				fail("invalid named capture", p.text[from:p.at+end+1])
			}
			p.at += end + 1
			g.n = len(p.names)
			p.names = append(p.names, name)
		} else if p.setFlags(from) {
			return nil
		} else {
			g.n = -1
		}
	} else {
		g.n = len(p.names)
		p.names = append(p.names, "")
	}
	g.subs = []*node{p.choice()}
	if !p.take(')') {
		fail("missing closing )", p.text)
	}
	if g.n < 0 {
		p.flags = outer
	}
	return g
}

// setFlags reads flags up to : (a group follows: false) or ) (true).
func (p *parser) setFlags(from int) bool {
	on := true
	old := p.flags
	for p.more() {
		switch c := p.rune(); c {
		case 'i':
			p.flags.fold = on
		case 'm':
			p.flags.multi = on
		case 's':
			p.flags.dotAll = on
		case 'U':
			p.flags.ungreedy = on
		case '-':
			on = false
		case ':':
			return false
		case ')':
			return true
		default:
			p.flags = old
			fail("invalid or unsupported Perl syntax", p.text[from:p.at])
		}
	}
	fail("invalid or unsupported Perl syntax", p.text[from:])
	return false
}
