package main

import "fmt"

func main() {
	days := []string{-1: "sat"} // ERROR "invalid argument: index -1 (constant of type int)"
	fmt.Println(days)
}
