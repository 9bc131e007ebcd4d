package main

import (
	"fmt"
	"math/big"
)

func product(a, b int64) *big.Int {
	if b-a < 16 {
		return new(big.Int).MulRange(a, b)
	}
	m := (a + b) / 2
	c := make(chan *big.Int)
	go func() { c <- product(a, m) }()
	right := product(m+1, b)
	return right.Mul(right, <-c)
}
func main() {
	f := product(1, 200)
	s := f.String()
	fmt.Println(len(s), s[:20], f.TrailingZeroBits())
	check := big.NewInt(1)
	for i := int64(2); i <= 200; i++ {
		check.Mul(check, big.NewInt(i))
	}
	fmt.Println(f.Cmp(check), new(big.Int).Mod(f, big.NewInt(211)))
}
