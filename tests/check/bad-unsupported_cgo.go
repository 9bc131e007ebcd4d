//test: go=no left out here on purpose
package main

import "C" // ERROR "package C is not supported: cgo cannot run here; write the C part in Go"

func main() {
	C.puts(nil)
}
