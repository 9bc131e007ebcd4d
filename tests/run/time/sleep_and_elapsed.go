package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(30 * time.Millisecond)
	e := time.Since(start)
	fmt.Println(e >= 30*time.Millisecond, e < 300*time.Millisecond)
	time.Sleep(0)
	time.Sleep(-5)
	fmt.Println(time.Duration(1500)*time.Millisecond, time.Duration(90)*time.Second, time.Duration(0), 2*time.Hour+30*time.Minute, 1500*time.Microsecond, time.Duration(17))
	fmt.Println((1500 * time.Millisecond).Seconds(), time.Duration(1.5*float64(time.Second)), (3 * time.Minute).Minutes())
	d, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(d, err, d.Round(time.Second), d.Truncate(time.Minute), d.Milliseconds())
	_, err = time.ParseDuration("nonsense")
	fmt.Println(err)
}
