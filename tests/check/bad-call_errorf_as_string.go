package main

import "fmt"

func main() {
	var s string = fmt.Errorf("x") // ERROR "cannot use fmt.Errorf(\"x\") (value of interface type error) as string value in variable declaration"
	fmt.Println(s)
}
