package main

import "fmt"

func main() {
	ch := make(chan int)
	var s string = <-ch // ERROR "cannot use <-ch (comma, ok expression of type int) as string value in variable declaration"
	fmt.Println(s)
}
