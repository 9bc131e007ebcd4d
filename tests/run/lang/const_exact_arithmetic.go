// Spec: Constants. Untyped constants are exact; only the result must fit.

package main

import "fmt"

const (
	huge  = 1 << 200
	third = 1.0 / 3
)

func main() {
	fmt.Println(huge >> 198)
	fmt.Println(third*3 == 1)
	fmt.Println(huge/(1<<190) - 1000)
	const big = 123456789012345678901234567890
	fmt.Println(big % 1000000007)
	var f float32 = 1.0 / 3
	fmt.Println(f)
	fmt.Println(5/2, 5.0/2, 5/2.0, -7/2, -7%3, 7%-3)
	const r = 'a' + 1
	fmt.Println(r, string(rune(r)))
	fmt.Printf("%T %T %T %T\n", r, 2.0*3, 1<<3, "x"+"y")
}
