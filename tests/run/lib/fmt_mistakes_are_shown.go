package main

import "fmt"

func main() {
	fmt.Printf("%d\n", "string")
	fmt.Printf("%s %d\n", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%!\n")
	fmt.Printf("%z %t\n", 1, 2)
	fmt.Printf("100%\n")
	fmt.Printf("%s %v\n", error(nil), nil)
	fmt.Printf("%s|%d\n", []any{1, "a"}, []any{1, "a"})
	fmt.Printf("%[5]d %[x]d\n", 1)
	fmt.Printf("%.*d\n", "a", 1)
}
