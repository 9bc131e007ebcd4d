package main

import "fmt"

func main() {
	ages := map[string]int{ann: 3} // ERROR "undefined: ann"
	fmt.Println(ages)
}
