package main

import "fmt"

func main() {
	s := "abc"
	len(s) // ERROR "len(s) (value of type int) is not used"
	fmt.Println(s)
}
