package main

import "fmt"

func main() {
	switch x := 5; {
	case x > 3:
		fmt.Println("big")
	}
	switch {
	}
	switch f := func() int { return 2 }; f() {
	case 1, 2:
		fmt.Println("low")
	}
}
