package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	fmt.Println(math.Pow(2, 10), math.Abs(-3.2), math.Hypot(3, 4), math.Cbrt(27), math.Exp(0), math.Log(math.E), math.Log2(8), math.Log10(1000))
	fmt.Printf("%.6f %.6f %.6f %.6f\n", math.Sin(1), math.Cos(1), math.Tan(1), math.Atan2(1, 2))
	fmt.Println(math.Max(1, 2), math.Min(1, 2), math.MaxInt8, math.MaxUint8, uint64(math.MaxUint64))
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros64(1), bits.TrailingZeros(8), bits.Len(255), bits.Reverse8(1), bits.RotateLeft32(1, 31))
	fmt.Println(math.Float64bits(1.5), math.Float32bits(1.5), math.Float64frombits(0x4009000000000000))
	frac, exp := math.Frexp(8)
	ip, fp := math.Modf(3.25)
	fmt.Println(frac, exp, ip, fp, math.Inf(1) > 0, math.RoundToEven(2.5))
}
