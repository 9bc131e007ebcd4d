package main

import "fmt"

func main() {
	temp := 21.5
	fmt.Println("temp: " + string(temp)) // ERROR "cannot convert temp (variable of type float64) to"
}
