package main

import "fmt"

func main() {
	goto done // ERROR "goto done jumps over declaration of n at"
	n := 3
	fmt.Println(n)
done:
	fmt.Println("done")
}
