//test: go=no programs are one file here
package main

import (
	"fmt"

	"example.com/shop/store"
)

func main() {
	fmt.Println(store.New())
}
