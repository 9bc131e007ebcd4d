package main

import "fmt"

func main() {
	fmt.Printf("%d %s %v\n", "text", 3)
	fmt.Println(fmt.Sprintf("%d%%", 5))
}
