// A division by zero is blamed on the line of its operator, not on the line where the statement begins.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer func() {
		fmt.Println(recover())
		for skip := 0; ; skip++ {
			_, _, line, ok := runtime.Caller(skip)
			pc, _, _, _ := runtime.Caller(skip)
			if !ok {
				return
			}
			if runtime.FuncForPC(pc).Name() == "main.main" {
				fmt.Println("line", line)
				return
			}
		}
	}()
	var zero int
	x := 1 +
		2/
			zero +
		3
	fmt.Println(x)
}
