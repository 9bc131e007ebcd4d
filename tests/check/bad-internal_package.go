//test: go=no left out here on purpose
package main

import "internal/poll" // ERROR "use of internal package internal/poll not allowed"

func main() {
	poll.Wait()
}
