package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3, "bob": 4, "ann": 5} // ERROR `duplicate key "ann" in map literal`
	fmt.Println(ages)
}
