package main

import "fmt"

func main() {
	fmt.Println "hello" // ERROR `syntax error: unexpected literal "hello" at end of`
}
