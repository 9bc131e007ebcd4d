package main

import "fmt"

func a() int {} // ERROR "missing return"
func b() string { fmt.Println("b") } // ERROR "missing return"
func c() (int, error) {
	for {
		break
	}
} // ERROR "missing return"

func main() {
	a()
	b()
	c()
}
