package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ctx.Cancel() // ERROR "ctx.Cancel undefined (type context.Context has no"
	fmt.Println("x")
}
