package main

import "fmt"

type Reader interface{ Read() string }

func show(r Reader) {
	fmt.Println(r.Read())
	r.Close() // ERROR "r.Close undefined (type Reader has no field or"
}

func main() {
	show(nil)
}
