package main

import "fmt"

func main() {
	names := []string{"a", "b"}
	var all []any = names // ERROR "cannot use names (variable of type []string) as"
	fmt.Println(all)
}
