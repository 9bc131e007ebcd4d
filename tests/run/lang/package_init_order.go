// Spec: Package initialization. Variables by dependency, then init functions in order.

package main

import "fmt"

var (
	a = c + b
	b = f()
	c = 1
)

func f() int {
	fmt.Println("f, c =", c)
	c++
	return c
}

func init() { fmt.Println("init 1", a, b, c) }
func init() { fmt.Println("init 2"); d = 9 }

var d = func() int { fmt.Println("d"); return 4 }()

var x, y = pair()

func pair() (int, string) { return 1, "y" }

func main() { fmt.Println("main", a, b, c, d, x, y) }
