package main

import "fmt"

func main() {
	names := map[int]string{"1": "ann"} // ERROR `cannot use "1" (untyped string constant) as int`
	fmt.Println(names)
}
