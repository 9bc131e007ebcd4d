package main

import "fmt"

func main() {
	var a, b int
	var s string
	n, err := fmt.Sscanf("10-20 abc", "%d-%d %s", &a, &b, &s)
	fmt.Println(n, err, a, b, s)
	n, err = fmt.Sscan("7 8 word 2.5", &a, &b, &s)
	fmt.Println(n, err, a, b, s)
	var f float64
	n, err = fmt.Sscan("2.5", &f)
	fmt.Println(n, err, f)
	n, err = fmt.Sscan("x", &a)
	fmt.Println(n, err)
}
