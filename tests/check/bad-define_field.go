package main

import "fmt"

type server struct{ port int }

func main() {
	var s server
	s.port := 8080 // ERROR "non-name s.port on left side of :="
	fmt.Println(s)
}
