package main

import "fmt"

func forever() int {
	for true {
		fmt.Println("tick")
		return 1
	}
} // ERROR "missing return"

func main() {
	fmt.Println(forever())
}
