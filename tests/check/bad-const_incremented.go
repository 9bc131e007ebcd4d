package main

import "fmt"

const retries = 0

func main() {
	retries++ // ERROR "cannot assign to retries (neither addressable nor"
	fmt.Println(retries)
}
