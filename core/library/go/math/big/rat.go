package big

import "strings"

// A Rat is a fraction in lowest terms; its zero value is 0.
type Rat struct {
	a Int
	b Int // 0 stands for 1
}

func NewRat(a, b int64) *Rat { return new(Rat).SetFrac(NewInt(a), NewInt(b)) }

// SetFrac sets z to a/b.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if b.Sign() == 0 {
		panic("division by zero")
	}
	g := new(Int).GCD(nil, nil, new(Int).Abs(a), new(Int).Abs(b))
	num, denom := new(Int).Quo(a, g), new(Int).Quo(b, g)
	if denom.neg {
		denom.Neg(denom)
		num.Neg(num)
	}
	z.a, z.b = *num, *denom
	return z
}

func (z *Rat) Set(x *Rat) *Rat           { return z.SetFrac(&x.a, x.Denom()) }
func (z *Rat) SetInt(x *Int) *Rat        { return z.SetFrac(x, NewInt(1)) }
func (z *Rat) SetInt64(x int64) *Rat     { return z.SetInt(NewInt(x)) }
func (z *Rat) SetFrac64(a, b int64) *Rat { return z.SetFrac(NewInt(a), NewInt(b)) }
func (x *Rat) Num() *Int                 { return &x.a }
func (x *Rat) Sign() int                 { return x.a.Sign() }
func (x *Rat) IsInt() bool               { return x.Denom().Cmp(NewInt(1)) == 0 }
func (x *Rat) Cmp(y *Rat) int            { return new(Rat).Sub(x, y).Sign() }
func (z *Rat) Neg(x *Rat) *Rat           { return z.SetFrac(new(Int).Neg(&x.a), x.Denom()) }
func (z *Rat) Abs(x *Rat) *Rat           { return z.SetFrac(new(Int).Abs(&x.a), x.Denom()) }
func (z *Rat) Inv(x *Rat) *Rat           { return z.SetFrac(x.Denom(), &x.a) }
func (z *Rat) Quo(x, y *Rat) *Rat        { return z.Mul(x, new(Rat).Inv(y)) }
func (z *Rat) Sub(x, y *Rat) *Rat        { return z.Add(x, new(Rat).Neg(y)) }
func (x *Rat) String() string            { return x.a.String() + "/" + x.Denom().String() }

func (x *Rat) Denom() *Int {
	if x.b.Sign() == 0 {
		return NewInt(1)
	}
	return &x.b
}

func (z *Rat) Add(x, y *Rat) *Rat {
	left := new(Int).Mul(&x.a, y.Denom())
	right := new(Int).Mul(&y.a, x.Denom())
	return z.SetFrac(left.Add(left, right), new(Int).Mul(x.Denom(), y.Denom()))
}

func (z *Rat) Mul(x, y *Rat) *Rat {
	return z.SetFrac(new(Int).Mul(&x.a, &y.a), new(Int).Mul(x.Denom(), y.Denom()))
}

// RatString is String, without a denominator of 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString is x with prec decimal places, rounded.
func (x *Rat) FloatString(prec int) string {
	scale := new(Int).Exp(NewInt(10), NewInt(int64(prec)), nil)
	n := new(Int).Mul(new(Int).Abs(&x.a), scale)
	n.Lsh(n, 1).Add(n, x.Denom())
	n.Quo(n, new(Int).Lsh(x.Denom(), 1))
	text := n.String()
	if len(text) <= prec {
		text = strings.Repeat("0", prec+1-len(text)) + text
	}
	if x.a.neg {
		text = "-" + text
	}
	if prec == 0 {
		return text
	}
	return text[:len(text)-prec] + "." + text[len(text)-prec:]
}

// Float64 is the nearest float64.
func (x *Rat) Float64() (f float64, exact bool) {
	shift := 64 - x.a.BitLen() + x.Denom().BitLen()
	n, d := new(Int).Abs(&x.a), new(Int).Set(x.Denom())
	if shift > 0 {
		n.Lsh(n, uint(shift))
	} else {
		d.Lsh(d, uint(-shift))
	}
	q, r := new(Int).QuoRem(n, d, new(Int))
	if r.Sign() != 0 {
		q.SetBit(q, 0, 1)
	}
	for f, _ = q.Float64(); shift > 0; shift-- {
		f /= 2
	}
	for ; shift < 0; shift++ {
		f *= 2
	}
	if x.a.neg {
		f = -f
	}
	return f, r.Sign() == 0
}

// SetString reads a/b or a decimal number.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if a, b, ok := strings.Cut(s, "/"); ok {
		num, ok1 := new(Int).SetString(a, 10)
		denom, ok2 := new(Int).SetString(b, 10)
		if !ok1 || !ok2 || denom.Sign() == 0 {
			return nil, false
		}
		return z.SetFrac(num, denom), true
	}
	whole, part, _ := strings.Cut(s, ".")
	num, ok := new(Int).SetString(whole+part, 10)
	if !ok {
		return nil, false
	}
	return z.SetFrac(num, new(Int).Exp(NewInt(10), NewInt(int64(len(part))), nil)), true
}
