package main

import "fmt"

func main() {
	true := false
	nil := 3
	len := func(s string) int { return 42 }
	string := "text"
	fmt.Println(true, nil, len(string))
}
