package main

type server struct{ run bool }

func (s server) run() {} // ERROR "field and method with the same name run"

func main() {
}
