package big

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
)

// An Int is an integer; its zero value is 0.
type Int struct {
	neg bool
	abs nat
}

// A Word is one digit of an Int.
type Word uint

func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

func (z *Int) set(neg bool, abs nat) *Int {
	z.neg, z.abs = neg && len(abs) > 0, abs
	return z
}

func (z *Int) Set(x *Int) *Int          { return z.set(x.neg, append(nat{}, x.abs...)) }
func (z *Int) SetUint64(x uint64) *Int  { return z.set(false, natOf(x)) }
func (z *Int) Neg(x *Int) *Int          { return z.set(!x.neg, x.abs) }
func (z *Int) Abs(x *Int) *Int          { return z.set(false, x.abs) }
func (x *Int) BitLen() int              { return x.abs.bitLen() }
func (x *Int) CmpAbs(y *Int) int        { return x.abs.cmp(y.abs) }
func (x *Int) ProbablyPrime(n int) bool { return !x.neg && x.abs.probablyPrime(n) }
func (z *Int) Lsh(x *Int, n uint) *Int  { return z.set(x.neg, x.abs.shl(n)) }
func (z *Int) Mul(x, y *Int) *Int       { return z.set(x.neg != y.neg, x.abs.mul(y.abs)) }
func (z *Int) Sub(x, y *Int) *Int       { return z.Add(x, &Int{!y.neg, y.abs}) }

func (z *Int) SetInt64(x int64) *Int {
	if x < 0 {
		return z.set(true, natOf(-uint64(x)))
	}
	return z.set(false, natOf(uint64(x)))
}

func (z *Int) Add(x, y *Int) *Int {
	switch {
	case x.neg == y.neg:
		return z.set(x.neg, x.abs.add(y.abs))
	case x.abs.cmp(y.abs) >= 0:
		return z.set(x.neg, x.abs.sub(y.abs))
	}
	return z.set(y.neg, y.abs.sub(x.abs))
}

func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

func (x *Int) Cmp(y *Int) int {
	switch {
	case x.neg != y.neg && x.neg:
		return -1
	case x.neg != y.neg:
		return 1
	case x.neg:
		return y.abs.cmp(x.abs)
	}
	return x.abs.cmp(y.abs)
}

func (x *Int) Uint64() (v uint64) {
	for i, d := range x.abs[:min(2, len(x.abs))] {
		v |= uint64(d) << (32 * i)
	}
	if x.neg {
		v = -v
	}
	return v
}

func (x *Int) Int64() int64   { return int64(x.Uint64()) }
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 2 }
func (x *Int) IsInt64() bool {
	return len(x.abs) <= 2 && (x.Int64() < 0) == x.neg
}

// QuoRem divides as Go's operators do: towards zero.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	if len(y.abs) == 0 {
		panic("division by zero")
	}
	neg, sign := x.neg != y.neg, x.neg
	q, rest := x.abs.div(y.abs)
	return z.set(neg, q), r.set(sign, rest)
}

// DivMod divides so that the remainder is not negative.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	d := *y
	z.QuoRem(x, y, m)
	if m.neg {
		if d.neg {
			z.Add(z, NewInt(1))
		} else {
			z.Sub(z, NewInt(1))
		}
		m.Add(m, &Int{false, d.abs})
	}
	return z, m
}

func (z *Int) Quo(x, y *Int) *Int {
	z.QuoRem(x, y, new(Int))
	return z
}

func (z *Int) Rem(x, y *Int) *Int {
	new(Int).QuoRem(x, y, z)
	return z
}

func (z *Int) Div(x, y *Int) *Int {
	z.DivMod(x, y, new(Int))
	return z
}

func (z *Int) Mod(x, y *Int) *Int {
	new(Int).DivMod(x, y, z)
	return z
}

// Exp is x to the power y, modulo m unless m is nil or 0.
func (z *Int) Exp(x, y, m *Int) *Int {
	var modulus nat
	if m != nil {
		modulus = m.abs
	}
	base := x
	if y.neg {
		if len(modulus) == 0 {
			return z.SetInt64(1)
		}
		if base = new(Int).ModInverse(x, m); base == nil {
			return nil
		}
	}
	odd := base.neg && y.abs.bit(0) == 1
	z.set(odd, base.abs.exp(y.abs, modulus))
	if z.neg && len(modulus) > 0 {
		z.Add(z, &Int{false, modulus})
	}
	return z
}

// GCD is the greatest common divisor of a and b = a*x + b*y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	r0, r1 := new(Int).Set(a), new(Int).Set(b)
	s0, s1, t0, t1 := NewInt(1), NewInt(0), NewInt(0), NewInt(1)
	for r1.Sign() != 0 {
		q, r := new(Int).QuoRem(r0, r1, new(Int))
		r0, r1 = r1, r
		s0, s1 = s1, new(Int).Sub(s0, new(Int).Mul(q, s1))
		t0, t1 = t1, new(Int).Sub(t0, new(Int).Mul(q, t1))
	}
	if r0.neg {
		r0.Neg(r0)
		s0.Neg(s0)
		t0.Neg(t0)
	}
	if x != nil {
		x.Set(s0)
	}
	if y != nil {
		y.Set(t0)
	}
	return z.Set(r0)
}

// ModInverse is the number that times g is 1 modulo n, or nil.
func (z *Int) ModInverse(g, n *Int) *Int {
	m := new(Int).Abs(n)
	x := new(Int)
	if new(Int).GCD(x, nil, new(Int).Mod(g, m), m).Cmp(NewInt(1)) != 0 {
		return nil
	}
	return z.Mod(x, m)
}

func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	return z.set(false, x.abs.sqrt())
}

// Rsh shifts as Go's operator does: towards negative infinity.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		t := x.abs.sub(nat{1}).shr(n)
		return z.set(true, t.add(nat{1}))
	}
	return z.set(false, x.abs.shr(n))
}

func (x *Int) Bit(i int) uint {
	if x.neg {
		return x.abs.sub(nat{1}).bit(i) ^ 1
	}
	return x.abs.bit(i)
}

func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if x.Bit(i) == b {
		return z.Set(x)
	}
	one := new(Int).Lsh(NewInt(1), uint(i))
	if b == 1 {
		return z.Add(x, one)
	}
	return z.Sub(x, one)
}

func (x *Int) TrailingZeroBits() uint {
	var n uint
	for n < uint(x.BitLen()) && x.abs.bit(int(n)) == 0 {
		n++
	}
	return n
}

// logic computes bit by bit on two's complement digits.
func (z *Int) logic(x, y *Int, f func(a, b uint32) uint32) *Int {
	n := max(len(x.abs), len(y.abs)) + 1
	a, b := x.twos(n), y.twos(n)
	for i := range a {
		a[i] = f(a[i], b[i])
	}
	if a[n-1]>>31 == 0 {
		return z.set(false, a.norm())
	}
	for i := range a {
		a[i] = ^a[i]
	}
	return z.set(true, a.norm().add(nat{1}))
}

func (x *Int) twos(n int) nat {
	t := make(nat, n)
	if !x.neg {
		copy(t, x.abs)
		return t
	}
	copy(t, x.abs.sub(nat{1}))
	for i := range t {
		t[i] = ^t[i]
	}
	return t
}

func (z *Int) And(x, y *Int) *Int { return z.logic(x, y, func(a, b uint32) uint32 { return a & b }) }
func (z *Int) Or(x, y *Int) *Int  { return z.logic(x, y, func(a, b uint32) uint32 { return a | b }) }
func (z *Int) Xor(x, y *Int) *Int { return z.logic(x, y, func(a, b uint32) uint32 { return a ^ b }) }
func (z *Int) AndNot(x, y *Int) *Int {
	return z.logic(x, y, func(a, b uint32) uint32 { return a &^ b })
}
func (z *Int) Not(x *Int) *Int { return z.Sub(new(Int).Neg(x), NewInt(1)) }

// MulRange is the product of all integers from a to b.
func (z *Int) MulRange(a, b int64) *Int {
	if a > b {
		return z.SetInt64(1)
	}
	if a <= 0 && b >= 0 {
		return z.SetInt64(0)
	}
	out := NewInt(1)
	for ; a <= b; a++ {
		out.Mul(out, NewInt(a))
	}
	return z.Set(out)
}

func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	k = min(k, n-k)
	out := NewInt(1)
	for i := int64(1); i <= k; i++ {
		out.Mul(out, NewInt(n-k+i))
		out.Quo(out, NewInt(i))
	}
	return z.Set(out)
}

func (z *Int) SetString(s string, base int) (*Int, bool) {
	digits := strings.TrimLeft(s, "+-")
	if len(s)-len(digits) > 1 {
		return nil, false
	}
	abs, ok := parse(digits, base)
	if !ok {
		return nil, false
	}
	return z.set(s[0] == '-', abs), true
}

func (z *Int) SetBytes(buf []byte) *Int {
	var abs nat
	for _, b := range buf {
		abs = abs.shl(8).add(natOf(uint64(b)))
	}
	return z.set(false, abs)
}

func (x *Int) Bytes() []byte {
	buf := make([]byte, (x.BitLen()+7)/8)
	for i := range buf {
		buf[len(buf)-1-i] = byte(x.abs[i/4] >> (i % 4 * 8))
	}
	return buf
}

// Rand is a random number below n.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.Sign() <= 0 {
		return z.SetInt64(0)
	}
	for {
		var abs nat
		for range n.abs {
			abs = append(abs, rnd.Uint32())
		}
		abs = abs.norm()
		if extra := abs.bitLen() - n.BitLen(); extra > 0 {
			abs = abs.shr(uint(extra))
		}
		if abs.cmp(n.abs) < 0 {
			return z.set(false, abs)
		}
	}
}

func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	if x.neg {
		return "-" + x.abs.text(base)
	}
	return x.abs.text(base)
}

func (x *Int) String() string                        { return x.Text(10) }
func (x *Int) Append(buf []byte, base int) []byte    { return append(buf, x.Text(base)...) }
func (x *Int) MarshalText() (text []byte, err error) { return []byte(x.Text(10)), nil }
func (x *Int) MarshalJSON() ([]byte, error)          { return []byte(x.Text(10)), nil }

func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return errors.New(fmt.Sprintf("math/big: cannot unmarshal %q into a *big.Int", text))
	}
	return nil
}

func (z *Int) UnmarshalJSON(text []byte) error { return z.UnmarshalText(text) }

func (x *Int) Float64() (float64, Accuracy) {
	f := 0.0
	for i := len(x.abs) - 1; i >= 0; i-- {
		f = f*(1<<32) + float64(x.abs[i])
	}
	if x.neg {
		f = -f
	}
	return f, Exact
}

// Accuracy tells on which side of the true value a rounded one is.
type Accuracy int8

const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

// Format prints x with %d, %b, %o, %x, %X, %s and %v.
func (x *Int) Format(s fmt.State, ch rune) {
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	base, ok := map[rune]int{'b': 2, 'o': 8, 'O': 8, 'd': 10, 's': 10, 'v': 10, 'x': 16, 'X': 16}[ch]
	if !ok {
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	digits, sign := x.abs.text(base), ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	if s.Flag('#') || ch == 'O' {
		sign += map[rune]string{'b': "0b", 'o': "0", 'O': "0o", 'x': "0x", 'X': "0X"}[ch]
	}
	if ch == 'X' {
		digits = strings.ToUpper(digits)
	}
	if p, set := s.Precision(); set && p > len(digits) {
		digits = strings.Repeat("0", p-len(digits)) + digits
	}
	width, _ := s.Width()
	fill := max(0, width-len(sign)-len(digits))
	switch {
	case s.Flag('-'):
		fmt.Fprint(s, sign+digits+strings.Repeat(" ", fill))
	case s.Flag('0'):
		fmt.Fprint(s, sign+strings.Repeat("0", fill)+digits)
	default:
		fmt.Fprint(s, strings.Repeat(" ", fill)+sign+digits)
	}
}
