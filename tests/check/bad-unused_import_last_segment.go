package main

import (
	"fmt"
	"math/rand" // ERROR `"math/rand" imported and not used`
)

func main() {
	fmt.Println("not random")
}
