package main

import "fmt"

func sum(nums int[]) int { return 0 } // ERROR "syntax error: unexpected ], expected type argument"

func main() {
	fmt.Println(sum(nil))
}
