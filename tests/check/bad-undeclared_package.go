package main

func main() {
	fmt.Println("hello") // ERROR "undefined: fmt"
}
