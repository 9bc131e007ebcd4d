package main

import "fmt"

const one uint = 1

func main() {
	fmt.Println(-one) // ERROR "-one (constant -1 of type uint) overflows uint"
}
