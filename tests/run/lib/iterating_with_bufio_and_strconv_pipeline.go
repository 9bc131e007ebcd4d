package main

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
)

func main() {
	input := "3 4\n10 -2\nx 1\n"
	sc := bufio.NewScanner(strings.NewReader(input))
	for sc.Scan() {
		parts := strings.Fields(sc.Text())
		sum := 0
		var err error
		for _, p := range parts {
			var n int
			if n, err = strconv.Atoi(p); err != nil {
				break
			}
			sum += n
		}
		fmt.Println(sum, err)
	}
}
