package main

import "fmt"

type user struct{ name string }

func main() {
	for _, f := range (user{"ann"}) { // ERROR "cannot range over (user{…}) (value of struct type"
		fmt.Println(f)
	}
}
