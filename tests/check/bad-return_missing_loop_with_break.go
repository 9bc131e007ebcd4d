package main

import "fmt"

func wait() int {
	n := 0
	for {
		n++
		if n > 10 {
			break
		}
	}
} // ERROR "missing return"

func main() {
	fmt.Println(wait())
}
