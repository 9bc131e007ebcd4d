package main

import "fmt"

func main() {
	for range nil { // ERROR "cannot range over nil"
		fmt.Println("never")
	}
}
