package main

import "fmt"

func main() {
	for i := range 2 {
		if i == 1 {
			goto end
		}
		fmt.Println(i)
	}
end:
	x := 3 // ERROR "declared and not used: x"
}
