// Comments of the form //line FILE:LINE move what messages, traces and runtime.Caller say.
package main

import (
	"fmt"
	"runtime"
)

//line grammar.y:10
func where() string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprint(file, ":", line)
}

func main() {
	fmt.Println(where())
//line :100
	fmt.Println(where())
	/*line other.y:7:3*/ fmt.Println(where())
	var s []int
//line generated.y:55
	_ = s[3]
}
