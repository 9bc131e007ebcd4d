package main

import (
	crand "math/rand"
	crand "math/rand/v2" // ERROR "crand redeclared in this block" `"math/rand/v2" imported as crand and not used`
	"fmt"
)

func main() {
	fmt.Println(crand.Intn(1))
}
