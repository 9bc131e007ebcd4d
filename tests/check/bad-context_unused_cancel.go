package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background()) // ERROR "declared and not used: cancel"
	fmt.Println(ctx.Err())
}
