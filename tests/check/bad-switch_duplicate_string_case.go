package main

import "fmt"

func main() {
	switch cmd := "go"; cmd {
	case "run", "go":
		fmt.Println("start")
	case "go": // ERROR `duplicate case "go" (constant of type string) in`
		fmt.Println("again")
	}
}
