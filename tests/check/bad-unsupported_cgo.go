//test: go=no C cannot run here
package main

// #include <stdio.h>
import "C"

func main() {
	C.puts(C.CString("hello"))
}
