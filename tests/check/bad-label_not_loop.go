package main

import "fmt"

func main() {
done:
	fmt.Println(1)
	for {
		break done // ERROR "invalid break label done"
	}
}
