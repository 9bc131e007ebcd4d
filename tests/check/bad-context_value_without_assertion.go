package main

import (
	"context"
	"fmt"
)

type key string

func main() {
	ctx := context.WithValue(context.Background(), key("id"), 7)
	var id int = ctx.Value(key("id")) // ERROR `cannot use ctx.Value(key("id")) (value of`
	fmt.Println(id)
}
