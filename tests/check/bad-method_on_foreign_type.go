package main

import "time"

func (d time.Duration) Twice() time.Duration { return 2 * d } // ERROR "cannot define new methods on non-local type time.Duration"

func main() {
}
