//test: go=no left out here on purpose
package main

import (
	"fmt"
	"unsafe" // ERROR "package unsafe is not supported: use ordinary types; there is no memory to look behind"
)

func main() {
	n := 1
	fmt.Println(unsafe.Sizeof(n))
}
