package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3, 4} // ERROR "missing key in map literal"
	fmt.Println(ages)
}
