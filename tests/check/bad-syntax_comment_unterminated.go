package main

import "fmt" // ERROR `"fmt" imported and not used`

func main() {
	/* this explains // ERROR "comment not terminated"
	fmt.Println("hello")
}
