package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	elapsed := time.Now() - start // ERROR "invalid operation: operator - not defined on"
	fmt.Println(elapsed)
}
