package main

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

func kind(v interface{}) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", x)
	case string:
		return "string of " + strconv.Itoa(len(x))
	case error:
		return "error " + x.Error()
	case []int:
		return fmt.Sprint("slice ", len(x))
	case func() int:
		return fmt.Sprint("func ", x())
	case fmt.Stringer:
		return "stringer " + x.String()
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	for _, v := range []interface{}{nil, 1, int64(2), "abc", errors.New("e"), []int{1}, func() int { return 7 }, time.Second, 2.5, struct{}{}, &struct{ X int }{1}} {
		fmt.Println(kind(v))
	}
	var e error
	switch e.(type) {
	case nil:
		fmt.Println("nil error")
	}
	switch y := interface{}(5).(type) {
	case int:
		y++
		fmt.Println(y)
	}
}
