package main

import (
	"fmt"
	. "strings" // ERROR `"strings" imported and not used`
)

func main() {
	fmt.Println("no strings needed")
}
