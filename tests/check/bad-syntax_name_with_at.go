package main

import "fmt"

func main() {
	mail := ann@example.com // ERROR "invalid character U+0040 '@'" "syntax error: unexpected name example at end of"
	fmt.Println(mail)
}
