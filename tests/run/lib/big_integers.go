package main

import (
	"fmt"
	"math/big"
)

func main() {
	a, b := big.NewInt(0), big.NewInt(1)
	for i := 0; i < 200; i++ {
		a.Add(a, b)
		a, b = b, a
	}
	fmt.Println(a)
	f := big.NewInt(1)
	for i := int64(1); i <= 50; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f, f.BitLen(), f.Sign())
	q, r := new(big.Int).DivMod(f, big.NewInt(1000007), new(big.Int))
	fmt.Println(q, r, f.Cmp(q))
	x, ok := new(big.Int).SetString("123456789012345678901234567890", 10)
	fmt.Println(x, ok, x.ProbablyPrime(10), new(big.Int).Exp(big.NewInt(2), big.NewInt(100), nil), new(big.Int).GCD(nil, nil, big.NewInt(48), big.NewInt(18)), new(big.Int).Sqrt(x), x.Text(16))
	y, _ := new(big.Int).SetString("987654321098765432109876543210987654321098765432109876543210", 10)
	for _, p := range [][2]*big.Int{{y, x}, {new(big.Int).Neg(y), x}, {y, new(big.Int).Neg(x)}, {new(big.Int).Neg(y), new(big.Int).Neg(x)}, {x, y}} {
		z := new(big.Int)
		fmt.Println(z.Quo(p[0], p[1]), new(big.Int).Rem(p[0], p[1]), new(big.Int).Div(p[0], p[1]), new(big.Int).Mod(p[0], p[1]), new(big.Int).Sub(p[0], p[1]), new(big.Int).And(p[0], p[1]), new(big.Int).Or(p[0], p[1]), new(big.Int).Xor(p[0], p[1]), new(big.Int).Not(p[0]), new(big.Int).Rsh(p[0], 33), new(big.Int).Lsh(p[0], 70), p[0].Cmp(p[1]), p[0].CmpAbs(p[1]))
		var g, s, t big.Int
		g.GCD(&s, &t, new(big.Int).Abs(p[0]), new(big.Int).Abs(p[1]))
		fmt.Println(&g, s.String(), &t)
	}
	fmt.Printf("%d %x %X %#x %b %s %v %30d|%-30d|%030d %+d\n", x, x, x, x, big.NewInt(10), x, x, big.NewInt(7), big.NewInt(7), big.NewInt(-7), big.NewInt(7))
	fmt.Println(new(big.Int).ModInverse(big.NewInt(3), big.NewInt(11)), new(big.Int).Exp(x, y, big.NewInt(1000000007)), x.Bytes(), new(big.Int).SetBytes(x.Bytes()), x.Int64(), x.IsInt64(), x.Uint64(), new(big.Int).MulRange(5, 20), new(big.Int).Binomial(50, 20), x.Bit(3), x.TrailingZeroBits(), new(big.Int).SetBit(big.NewInt(0), 100, 1))
	for _, s := range []string{"0x1f", "-0b101", "1_000", "abc", "", "+5", "017"} {
		z, ok := new(big.Int).SetString(s, 0)
		fmt.Println(z, ok)
	}
	m, _ := new(big.Int).SetString("170141183460469231731687303715884105727", 10)
	fmt.Println(m.ProbablyPrime(20), new(big.Int).Add(m, big.NewInt(2)).ProbablyPrime(5))
	c := 0
	for i := int64(0); i < 1000; i++ {
		if big.NewInt(i).ProbablyPrime(0) {
			c++
		}
	}
	fmt.Println(c)
	rr := big.NewRat(1, 3)
	rr.Add(rr, big.NewRat(1, 6))
	fmt.Println(rr, rr.FloatString(5), rr.RatString(), big.NewRat(6, 3).RatString(), rr.Cmp(big.NewRat(1, 2)), rr.Num(), rr.Denom(), big.NewRat(-22, 7).FloatString(10), new(big.Rat).Quo(big.NewRat(3, 4), big.NewRat(-5, 6)))
	fl, ex := big.NewRat(1, 3).Float64()
	fmt.Println(fl, ex)
	h := new(big.Rat)
	for i := int64(1); i <= 20; i++ {
		h.Add(h, big.NewRat(1, i))
	}
	fmt.Println(h)
	var zero big.Int
	fmt.Println(zero.String(), zero.Sign(), &zero, zero.BitLen())
	fmt.Println(big.NewInt(-9223372036854775808), big.NewInt(-9223372036854775808).IsInt64())
	x1 := new(big.Int).Set(x)
	x1.Mul(x1, x1).Mul(x1, x1)
	fmt.Println(x1, x1.Sqrt(x1))
	x.Sub(x, x)
	fmt.Println(x)
	defer func() { fmt.Println(recover()) }()
	x.Div(y, x)
}
