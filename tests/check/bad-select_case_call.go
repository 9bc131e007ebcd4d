package main

import (
	"fmt" // ERROR `"fmt" imported and not used`
	"time" // ERROR `"time" imported and not used`
)

func main() {
	select {
	case time.Sleep(time.Second): // ERROR "select case must be send or receive (possibly with"
		fmt.Println("slept")
	}
}
