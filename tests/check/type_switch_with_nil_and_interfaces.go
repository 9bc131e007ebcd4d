package main

import (
	"errors"
	"fmt"
)

func kind(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case error:
		return v.Error()
	case fmt.Stringer, func():
		return "other"
	case int, uint:
		return fmt.Sprint(v)
	}
	return "?"
}

func main() {
	fmt.Println(kind(nil), kind(errors.New("e")), kind(3), kind("s"))
}
