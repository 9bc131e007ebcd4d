package main

import "fmt"

type handler func(string)

func main() {
	names := make(map[handler]string) // ERROR "invalid map key type handler"
	fmt.Println(len(names))
}
