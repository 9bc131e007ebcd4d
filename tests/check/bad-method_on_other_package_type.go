package main

import (
	"fmt"
	"time"
)

func (d time.Duration) Half() time.Duration { return d / 2 } // ERROR "cannot define new methods on non-local type"

func main() {
	fmt.Println(time.Second)
}
