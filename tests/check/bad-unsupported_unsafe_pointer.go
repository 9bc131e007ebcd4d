//test: go=no unsafe is left out
package main

import (
	"fmt"
	"unsafe"
)

func main() {
	x := 3
	fmt.Println(unsafe.Sizeof(x), unsafe.Pointer(&x) != nil)
}
