package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3}
	delete(ages["ann"]) // ERROR "invalid operation: not enough arguments for"
	fmt.Println(ages)
}
