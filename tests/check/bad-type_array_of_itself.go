package main

import "fmt"

type grid [2]grid // ERROR "invalid recursive type: grid refers to itself"

func main() {
	fmt.Println(len(grid{}))
}
