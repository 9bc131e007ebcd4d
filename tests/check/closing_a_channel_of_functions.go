package main

import "fmt"

func main() {
	tasks := make(chan func() int, 2)
	tasks <- func() int { return 1 }
	close(tasks)
	for t := range tasks {
		fmt.Println(t())
	}
}
