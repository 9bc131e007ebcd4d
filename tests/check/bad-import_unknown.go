//test: go=no left out here on purpose
package main

import (
	"fmt"
	"mathematics" // ERROR "package mathematics is not supported: supported are the packages that concurrent programs use: fmt, sync, time, context, errors, strings, os …"
)

func main() {
	fmt.Println(mathematics.Pi)
}
