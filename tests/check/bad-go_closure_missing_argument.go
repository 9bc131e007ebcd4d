package main

import "fmt"

func main() {
	for i := range 3 { // ERROR "declared and not used: i"
		go func(id int) { // ERROR "not enough arguments in call to func(id int) {…}"
			fmt.Println(id)
		}()
	}
}
