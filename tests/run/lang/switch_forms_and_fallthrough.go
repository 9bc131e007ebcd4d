package main

import "fmt"

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	}
	return "C"
}

func main() {
	fmt.Println(grade(95), grade(85), grade(1))
	switch x := 2; x {
	case 1, 2, 3:
		fmt.Println("small")
		fallthrough
	case 4:
		fmt.Println("fell")
	case 5:
		fmt.Println("no")
	default:
		fmt.Println("default")
	}
	switch s := "b"; {
	case s == "a":
		fmt.Println("a")
	default:
		fmt.Println("other")
	case s == "c":
		fmt.Println("c")
	}
	calls := 0
	f := func(n int) int { calls++; return n }
	switch 2 {
	case f(1), f(2), f(3):
		fmt.Println("calls", calls)
	}
	for i := 0; i < 3; i++ {
		switch i {
		case 1:
			continue
		case 2:
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
}
