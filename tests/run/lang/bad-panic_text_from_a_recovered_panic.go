// The Error method that gives an uncaught panic its text may panic and recover.
package main

import "fmt"

type broken struct{}

func (broken) String() string { panic("no text") }

type failure struct{}

func (failure) Error() string { return fmt.Sprintf("failure with %v", broken{}) }

func main() { panic(failure{}) }
