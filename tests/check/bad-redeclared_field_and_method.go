package main

import "fmt"

type User struct {
	Name string
}

func (u User) Name() string { return u.Name } // ERROR "field and method with the same name Name" "cannot use u.Name (value of type func() string) as"

func main() {
	fmt.Println(User{"ann"})
}
