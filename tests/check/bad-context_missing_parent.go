package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(time.Second) // ERROR "not enough arguments in call to context.WithTimeout"
	defer cancel()
	fmt.Println(ctx)
}
