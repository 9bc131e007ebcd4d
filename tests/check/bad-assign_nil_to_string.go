package main

import "fmt"

func find(id int) string {
	if id == 0 {
		return nil // ERROR "cannot use nil as string value in return statement"
	}
	return "found"
}

func main() {
	fmt.Println(find(0))
}
