package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3}
	p := &ages["ann"] // ERROR "invalid operation: cannot take address of"
	*p = 4
	fmt.Println(ages)
}
