// Spec: Operators, shifts. Counts may exceed the width; signed shifts keep the sign.

package main

import "fmt"

func main() {
	var n uint = 64
	var x int64 = -5
	var u uint64 = 1 << 63
	fmt.Println(x<<n, x>>n, u>>n, u<<1, u>>63)
	var i8 int8 = -128
	fmt.Println(i8>>7, i8>>100, i8<<1)
	var s = 3
	fmt.Println(1<<s, int32(s)<<30, uint8(200)<<s)
	var f float64 = float64(1 << 3)
	fmt.Println(f)
	var w int64 = 1.0 << 3
	fmt.Println(w)
}
