package main

import "fmt"

func main() {
	days := []string{0: "sun", 1: "mon", 1: "tue"} // ERROR "duplicate index 1 in array or slice literal"
	fmt.Println(days)
}
