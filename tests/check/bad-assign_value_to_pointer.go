package main

import "fmt"

type account struct{ balance int }

func open() *account {
	return account{balance: 5} // ERROR "cannot use account{…} (value of struct type"
}

func main() {
	fmt.Println(open().balance)
}
