package main

import (
	"fmt"
	"sync"
)

type grid [6][6]bool

func (g *grid) alive(x, y int) int {
	if g[(x+6)%6][(y+6)%6] {
		return 1
	}
	return 0
}

func (g *grid) step() grid {
	var next grid
	var wg sync.WaitGroup
	for x := range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for y := range 6 {
				n := -g.alive(x, y)
				for dx := -1; dx <= 1; dx++ {
					for dy := -1; dy <= 1; dy++ {
						n += g.alive(x+dx, y+dy)
					}
				}
				next[x][y] = n == 3 || n == 2 && g[x][y]
			}
		}()
	}
	wg.Wait()
	return next
}

func main() {
	var g grid
	g[1][2], g[2][3], g[3][1], g[3][2], g[3][3] = true, true, true, true, true
	for range 4 {
		g = g.step()
	}
	for _, row := range g {
		for _, c := range row {
			if c {
				fmt.Print("#")
			} else {
				fmt.Print(".")
			}
		}
		fmt.Println()
	}
}
