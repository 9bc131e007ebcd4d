package main

import "fmt"

func main() {
	ages := map[string]int{"ann" = 3} // ERROR "syntax error: unexpected = in composite literal;"
	fmt.Println(ages)
}
