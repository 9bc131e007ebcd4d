package main

import "fmt"

const huge = 1 << 100

func main() {
	fmt.Println(huge>>98, huge/(1<<97))
}
