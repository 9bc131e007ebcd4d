package main

import "fmt"

func main() {
	user-name := "ann" // ERROR "undefined: user" "non-name user - name on left side of :=" "undefined: name"
	fmt.Println(user-name) // ERROR "undefined: user" "undefined: name"
}
