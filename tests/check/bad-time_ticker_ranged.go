package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(time.Second)
	for t := range ticker { // ERROR "cannot range over ticker (variable of type"
		fmt.Println(t)
	}
}
