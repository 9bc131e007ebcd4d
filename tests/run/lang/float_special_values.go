// IEEE 754: NaN, infinities, signed zero.

package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	inf := 1 / zero
	nan := zero / zero
	fmt.Println(inf, -inf, nan)
	fmt.Println(nan == nan, nan != nan, nan < 1, inf > math.MaxFloat64)
	fmt.Println(math.IsNaN(nan), math.IsInf(inf, 1), math.Signbit(math.Copysign(0, -1)))
	fmt.Println(math.Inf(-1), math.NaN())
	fmt.Println(0.1+0.2, float32(0.1)+float32(0.2), 1e21, 1e20, 1e-7, 123456789.0)
	fmt.Println(math.MaxInt64, math.MinInt64, math.MaxUint32, math.Pi)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(-1.5), math.Trunc(-1.5), math.Round(2.5), math.Mod(7, 3))
}
