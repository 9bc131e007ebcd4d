package main

import "fmt"

func main() {
	fmt.Println(﻿"hello") // ERROR "invalid BOM in the middle of the file"
}
