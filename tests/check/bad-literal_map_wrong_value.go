package main

import "fmt"

func main() {
	ages := map[string]int{"ann": "three"} // ERROR `cannot use "three" (untyped string constant) as`
	fmt.Println(ages)
}
