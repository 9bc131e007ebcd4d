package main

import "fmt"

func work(id int, name string) { fmt.Println(id, name) }

func main() {
	for i := range 3 {
		go work(i) // ERROR "not enough arguments in call to work"
	}
}
