package main

import "fmt"

type Speaker interface{ Speak() string }

func say(s *Speaker) {
	fmt.Println(s.Speak()) // ERROR "s.Speak undefined (type *Speaker is pointer to"
}

func main() {
	var s Speaker
	say(&s)
}
