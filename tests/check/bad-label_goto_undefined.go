package main

import "fmt"

func main() {
	fmt.Println("start")
	goto end // ERROR "label end not defined"
}
