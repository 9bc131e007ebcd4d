// Spec: Conversions between numeric types.

package main

import "fmt"

func main() {
	f := 3.99
	fmt.Println(int(f), int(-f), uint8(int(f)+254))
	i := 1<<53 + 1
	fmt.Println(float64(i) == float64(i-1), float32(16777217))
	var u uint32 = 0xdeadbeef
	fmt.Println(int32(u), int8(u), uint16(u), int64(int32(u)))
	type Celsius float64
	c := Celsius(36.6)
	fmt.Println(c, float64(c)+1, int(c))
	b := byte('A')
	fmt.Println(b, string(b), string(rune(0x4E16)), string([]byte{72, 105}), string([]rune{0x48, 0xe9}))
}
