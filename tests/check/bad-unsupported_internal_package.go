//test: go=no the go command has words of its own for it
package main

import (
	"fmt"
	"internal/abi"
)

func main() {
	fmt.Println(abi.FuncPCABI0(main))
}
