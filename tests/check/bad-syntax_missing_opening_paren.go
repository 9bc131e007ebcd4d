package main

import "fmt"

func main() {
	fmt.Println "a") // ERROR `syntax error: unexpected literal "a" at end of`
}
