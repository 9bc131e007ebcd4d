package main

import (
	"fmt"
	"strings"
	"sync"
)

func row(y int) string {
	var b strings.Builder
	for x := range 60 {
		cr, ci := float64(x)/25-1.8, float64(y)/10-1.0
		zr, zi, n := 0.0, 0.0, 0
		for ; n < 50 && zr*zr+zi*zi < 4; n++ {
			zr, zi = zr*zr-zi*zi+cr, 2*zr*zi+ci
		}
		b.WriteByte(" .:-=+*#%@"[n*9/50])
	}
	return b.String()
}
func main() {
	rows := make([]string, 21)
	var wg sync.WaitGroup
	for y := range rows {
		wg.Add(1)
		go func() { defer wg.Done(); rows[y] = row(y) }()
	}
	wg.Wait()
	fmt.Println(strings.Join(rows, "\n"))
}
