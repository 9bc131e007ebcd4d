package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3}
	delete(ages, 1) // ERROR "cannot use 1 (untyped int constant) as string"
	fmt.Println(ages)
}
