// The Error method of a panic's value panics itself; before that, one that recovers inside does its work.
package main

import "fmt"

type careful struct{ deep bool }

func (c careful) Error() (text string) {
	if c.deep {
		panic("in Error")
	}
	defer func() { text = fmt.Sprint("recovered ", recover()) }()
	var m map[string]int
	m["x"]++
	return "never"
}

func main() {
	fmt.Println(careful{})
	panic(careful{true})
}
