package main

import "fmt"

func main() {
	goto inside // ERROR "goto inside jumps into block starting at"
	{
	inside:
		fmt.Println("in")
	}
}
