package main

import "fmt"

func main() {
	a, b := "apple", "apricot"
	fmt.Println(a < b, a <= a, a > b, a == "app"+"le", a != b)
	s := ""
	for i := 0; i < 5; i++ {
		s += string(rune('a' + i))
	}
	fmt.Println(s, len(s), s[1:3], s[:2]+s[3:])
	fmt.Println("a" < "b", "" < "a", "Z" < "a", "é" > "z")
	m := `raw \n "quoted"
second line`
	fmt.Println(m, len(m))
}
