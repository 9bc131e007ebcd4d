// Sprintf and errors. One operation is one line.
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
)

var errOdd = errors.New("odd")

func check(i int) error {
	if i%2 == 1 {
		return fmt.Errorf("number %d: %w", i, errOdd)
	}
	return nil
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	length, odd := 0, 0
	for i := 0; i < n; i++ {
		if err := check(i); errors.Is(err, errOdd) {
			odd++
		}
		length += len(fmt.Sprintf("job %d of %d: %v %s", i, n, float64(i)/4, "done"))
	}
	if odd != n/2 || length < n {
		panic("wrong count")
	}
}
