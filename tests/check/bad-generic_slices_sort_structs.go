package main

import (
	"fmt"
	"slices"
)

type user struct{ age int }

func main() {
	users := []user{{3}, {1}}
	slices.Sort(users) // ERROR "user does not satisfy cmp.Ordered (user missing in"
	fmt.Println(users)
}
