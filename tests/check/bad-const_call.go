package main

import (
	"fmt"
	"time"
)

func main() {
	const now = time.Now() // ERROR "time.Now() (value of struct type time.Time) is not constant"
	fmt.Println(now)
}
