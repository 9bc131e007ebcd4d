// Package unicode classifies runes.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
	Version         = "15.0.0"
)

const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

func category(r rune) string
func to(which int, r rune) rune
func fold(r rune) rune
func IsSpace(r rune) bool
func IsPrint(r rune) bool
func IsGraphic(r rune) bool
func major(r rune, class byte) bool

func IsLetter(r rune) bool  { return major(r, 'L') }
func IsMark(r rune) bool    { return major(r, 'M') }
func IsNumber(r rune) bool  { return major(r, 'N') }
func IsPunct(r rune) bool   { return major(r, 'P') }
func IsSymbol(r rune) bool  { return major(r, 'S') }
func IsDigit(r rune) bool   { return '0' <= r && r <= '9' || r > MaxASCII && category(r) == "Nd" }
func IsControl(r rune) bool { return category(r) == "Cc" }
func IsUpper(r rune) bool   { return 'A' <= r && r <= 'Z' || r > MaxASCII && category(r) == "Lu" }
func IsLower(r rune) bool   { return 'a' <= r && r <= 'z' || r > MaxASCII && category(r) == "Ll" }
func IsTitle(r rune) bool   { return category(r) == "Lt" }

func To(_case int, r rune) rune { return to(_case, r) }
func ToUpper(r rune) rune       { return to(UpperCase, r) }
func ToLower(r rune) rune       { return to(LowerCase, r) }
func ToTitle(r rune) rune       { return to(TitleCase, r) }
func SimpleFold(r rune) rune    { return fold(r) }

// A RangeTable is a set of runes; these stand for general categories and scripts that tutorials use.
type RangeTable struct{ has func(r rune) bool }

func class(c byte) *RangeTable { return &RangeTable{func(r rune) bool { return major(r, c) }} }
func named(name string) *RangeTable {
	return &RangeTable{func(r rune) bool { return category(r) == name }}
}
func span(lo, hi rune) *RangeTable {
	return &RangeTable{func(r rune) bool { return lo <= r && r <= hi && major(r, 'L') }}
}

var (
	Letter = class('L')
	Mark   = class('M')
	Number = class('N')
	Punct  = class('P')
	Symbol = class('S')
	Space  = class('Z')
	Upper  = named("Lu")
	Lower  = named("Ll")
	Title  = named("Lt")
	Digit  = named("Nd")
	Mn     = named("Mn")
	Latin  = &RangeTable{func(r rune) bool {
		return major(r, 'L') && (r < 0x250 && r != 0xB5 || 0x1E00 <= r && r < 0x1F00)
	}}
	Greek    = span(0x370, 0x3FF)
	Cyrillic = span(0x400, 0x52F)
	Han      = &RangeTable{func(r rune) bool {
		return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF ||
			0x20000 <= r && r <= 0x323AF || 0xF900 <= r && r <= 0xFAD9
	}}
	Hiragana = span(0x3041, 0x309F)
	Katakana = span(0x30A1, 0x30FF)
)

// Is tells whether r is in the set.
func Is(rangeTab *RangeTable, r rune) bool { return rangeTab.has(r) }

// In tells whether r is in one of the sets.
func In(r rune, ranges ...*RangeTable) bool {
	for _, t := range ranges {
		if t.has(r) {
			return true
		}
	}
	return false
}

// IsOneOf is In for a slice of sets.
func IsOneOf(ranges []*RangeTable, r rune) bool { return In(r, ranges...) }

// Categories and scripts by their short names.
var (
	L          = Letter
	M          = Mark
	N          = Number
	P          = Punct
	S          = Symbol
	Z          = Space
	Lu         = Upper
	Ll         = Lower
	Lt         = Title
	Lm         = named("Lm")
	Lo         = named("Lo")
	Mc         = named("Mc")
	Me         = named("Me")
	Nd         = Digit
	Nl         = named("Nl")
	No         = named("No")
	Zs         = named("Zs")
	Cc         = named("Cc")
	Sc         = named("Sc")
	Sm         = named("Sm")
	Armenian   = span(0x531, 0x587)
	Hebrew     = span(0x5D0, 0x5F2)
	Arabic     = span(0x620, 0x6FF)
	Devanagari = span(0x904, 0x97F)
	Thai       = span(0xE01, 0xE5B)
	Georgian   = span(0x10A0, 0x10FF)
	Hangul     = span(0xAC00, 0xD7A3)

	White_Space = &RangeTable{IsSpace}
)
