package main

import "fmt"

func Convert[In, Out any](x In) Out {
	var out Out
	return out
}

func main() {
	fmt.Println(Convert(3)) // ERROR "in call to Convert, cannot infer Out (declared at"
}
