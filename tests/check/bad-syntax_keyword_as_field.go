package main

import "fmt"

type song struct {
	title string
	map   string // ERROR "syntax error: unexpected keyword map, expected"
}

func main() {
	fmt.Println(song{})
}
