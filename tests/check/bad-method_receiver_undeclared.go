package main

import "fmt"

func (s *Server) Start() { // ERROR "undefined: Server"
	fmt.Println("started")
}

func main() {
	fmt.Println("main")
}
