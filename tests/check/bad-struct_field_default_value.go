package main

import "fmt"

type config struct {
	port int = 8080 // ERROR "syntax error: unexpected = in struct type;"
}

func main() {
	fmt.Println(config{})
}
