package main

import (
	"errors"
	"fmt"
)

type notFound struct{}

func (n *notFound) Error() string { return "not found" }

func main() {
	err := errors.New("x")
	switch err.(type) {
	case notFound: // ERROR "impossible type switch case: notFound"
		fmt.Println("nf")
	}
}
