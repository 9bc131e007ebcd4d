package main

import (
	"context"
	"fmt"
)

type key struct{}

func main() {
	ctx := context.Background()
	fmt.Println(ctx, context.TODO())
	c, cancel := context.WithCancel(ctx)
	defer cancel()
	fmt.Println(c)
	fmt.Println(context.WithValue(c, key{}, "x"))
	defer func() { fmt.Println(recover()) }()
	context.WithValue(ctx, nil, 1)
}
