package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3}
	fmt.Println(ages[0]) // ERROR "cannot use 0 (untyped int constant) as string"
}
