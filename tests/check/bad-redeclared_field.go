package main

import "fmt"

type Config struct {
	Port int
	Host string
	Port string // ERROR "Port redeclared"
}

func main() {
	fmt.Println(Config{})
}
