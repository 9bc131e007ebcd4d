package main

import "fmt"

func main() {
	var m map[string]int
	fmt.Println(m["reading is fine"])
	m["x"] = 1
}
