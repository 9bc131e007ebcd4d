package main

import "fmt"

type Speaker interface{ Speak() string }

type dog struct{ name string }

func (d *dog) Speak() string { return d.name + " barks" }

func main() {
	var s Speaker = dog{"rex"} // ERROR "cannot use dog{…} (value of struct type dog) as"
	fmt.Println(s.Speak())
}
