package main

import "fmt"

func main() {
	n := 0
again:
	n++
	if n < 3 {
		goto again
	}
	if n == 3 {
		goto end
	}
	fmt.Println("skipped")
end:
}
