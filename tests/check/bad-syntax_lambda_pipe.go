package main

import "fmt"

func main() {
	double := |x| x * 2 // ERROR "syntax error: unexpected |, expected expression"
	fmt.Println(double(2)) // ERROR "syntax error: unexpected ) at end of statement"
}
