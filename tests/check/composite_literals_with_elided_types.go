package main

import "fmt"

type point struct{ x, y int }

func main() {
	list := []*point{{1, 2}, {3, 4}}
	grid := [...][2]point{{{1, 1}}, {{2, 2}, {3, 3}}}
	byName := map[point]string{{1, 2}: "a"}
	sparse := []string{2: "c", "d", 0: "a"}
	fmt.Println(*list[1], len(grid), byName[point{1, 2}], len(sparse))
}
