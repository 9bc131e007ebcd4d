package main

import "fmt"

func main() {
	data := []byte("a")
	data = append(data, "bc") // ERROR `cannot use "bc" (untyped string constant) as byte`
	fmt.Println(data)
}
