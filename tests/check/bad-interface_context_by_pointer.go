package main

import (
	"context"
	"fmt"
)

func run(ctx *context.Context) {
	<-ctx.Done() // ERROR "ctx.Done undefined (type *context.Context is"
}

func main() {
	ctx := context.Background()
	run(&ctx)
	fmt.Println("done")
}
