package main

import "fmt"

func main() {
	err := error(nil)
	if true {
		err := fmt.Errorf("x") // ERROR "declared and not used: err"
	}
	fmt.Println(err)
}
