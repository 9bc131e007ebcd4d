package main

import "fmt"

const days = []string{"mon", "tue"} // ERROR "[]string{…} (value of type []string) is not"

func main() {
	fmt.Println(days)
}
