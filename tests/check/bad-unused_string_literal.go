package main

import "fmt"

func main() {
	"start" // ERROR `"start" (untyped string constant) is not used`
	fmt.Println("run")
}
