package main

import "fmt"

func main() {
	a, b, c, d, e := 1, 2, 3, 4, 5 // ERROR "declared and not used: a" "declared and not used: b" "declared and not used: c" "declared and not used: d" "declared and not used: e"
	f, g, h, i, j := 1, 2, 3, 4, 5 // ERROR "declared and not used: f" "declared and not used: g" "declared and not used: h" "declared and not used: i" "declared and not used: j" "too many errors"
	k, l, m, n, o := 1, 2, 3, 4, 5
	fmt.Println("none of them")
}
