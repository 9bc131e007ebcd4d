package main

func (s Server) Run() {} // ERROR "undefined: Server"

func main() {
}
