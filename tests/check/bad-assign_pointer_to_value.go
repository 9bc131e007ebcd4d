package main

import "fmt"

type account struct{ balance int }

func main() {
	var a account
	a = &account{10} // ERROR "cannot use &account{…} (value of type *account) as"
	fmt.Println(a)
}
