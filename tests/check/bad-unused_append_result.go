package main

import "fmt"

func main() {
	var names []string
	append(names, "ann") // ERROR `append(names, "ann") (value of type []string) is`
	fmt.Println(names)
}
