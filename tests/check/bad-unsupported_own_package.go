//test: go=no programs are one file here
package main

import (
	"fmt"

	"./store"
)

func main() {
	fmt.Println(store.New())
}
