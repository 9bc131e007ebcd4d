// Go 1.22: each iteration has its own variable.

package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i, v := range []int{7, 8} {
		ps = append(ps, &v)
		defer func() { fmt.Println("deferred", i, v) }()
	}
	fmt.Println(*ps[0], *ps[1])
	for i := 0; i < 5; i++ {
		func() { i++ }()
		fmt.Print(i, " ")
	}
	fmt.Println()
}
