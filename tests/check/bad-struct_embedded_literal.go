package main

import "fmt"

type animal struct{ name string }

type dog struct{ animal }

func main() {
	d := dog{name: "rex"} // ERROR "unknown field name in struct literal of type dog"
	fmt.Println(d)
}
