package main

import "fmt"

func ok() bool { return nil } // ERROR "cannot use nil as bool value in return statement"

func main() {
	fmt.Println(ok())
}
