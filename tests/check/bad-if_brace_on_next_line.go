package main

import "fmt"

func main() {
	n := 3
	if n > 2
	{
		fmt.Println("big")
	}
}
