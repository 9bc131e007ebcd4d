package main

import "fmt"

func main() {
	ages := map[string]int{}
	ages["bob"] := 3 // ERROR `non-name ages["bob"] on left side of :=`
	fmt.Println(ages)
}
