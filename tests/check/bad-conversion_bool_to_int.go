package main

import "fmt"

func main() {
	done := true
	fmt.Println(int(done) + 1) // ERROR "cannot convert done (variable of type bool) to"
}
