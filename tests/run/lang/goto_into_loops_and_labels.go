package main

import "fmt"

func main() {
	i := 0
loop:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto loop
	}
	fmt.Println()
outer:
	for i := range 3 {
		switch {
		case i == 1:
			continue outer
		case i == 2:
			break outer
		}
		for j := 0; ; j++ {
			select {
			default:
				if j == 2 {
					continue outer
				}
			}
		}
	}
sw:
	switch x := 5; {
	case x > 3:
		for {
			break sw
		}
		fmt.Println("no")
	default:
	}
	goto end
end:
	{
		fmt.Println("end")
	}
}
