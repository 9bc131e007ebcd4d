package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx := context.WithTimeout(context.Background(), time.Second) // ERROR "assignment mismatch: 1 variable but"
	fmt.Println(ctx.Err())
}
