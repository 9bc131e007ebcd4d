package main

import "fmt"

func main() {
	fmt.Println(a1) // ERROR "undefined: a1"
	fmt.Println(a2) // ERROR "undefined: a2"
	fmt.Println(a3) // ERROR "undefined: a3"
	fmt.Println(a4) // ERROR "undefined: a4"
	fmt.Println(a5) // ERROR "undefined: a5"
	fmt.Println(a6) // ERROR "undefined: a6"
	fmt.Println(a7) // ERROR "undefined: a7"
	fmt.Println(a8) // ERROR "undefined: a8"
	fmt.Println(a9) // ERROR "undefined: a9"
	fmt.Println(a10) // ERROR "undefined: a10" "too many errors"
}
