package main

import (
	"context"
	"fmt"
)

func main() {
	ctx := context.WithCancel(context.Background()) // ERROR "assignment mismatch: 1 variable but context.WithCancel returns 2 values"
	fmt.Println(ctx)
}
