package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	t := time.Timer{r: nil} // ERROR "unknown field r in struct literal of type"
	fmt.Println(t.C, context.Canceled)
}
