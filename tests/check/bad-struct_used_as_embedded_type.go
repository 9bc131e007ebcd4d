package main

import "fmt"

type animal struct{ name string }
type dog struct{ animal }

func name(a animal) string { return a.name }

func main() {
	d := dog{animal{"rex"}}
	fmt.Println(name(d)) // ERROR "cannot use d (variable of struct type dog) as"
}
