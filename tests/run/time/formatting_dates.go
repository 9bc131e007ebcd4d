package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 29, 13, 4, 5, 678901234, time.UTC)
	fmt.Println(t.Format(time.RFC3339), t.Format(time.RFC3339Nano), t.Format("2006-01-02 15:04:05.000"), t.Format(time.Kitchen), t.Format("Mon Jan _2 2006"))
	fmt.Println(t.Weekday(), t.YearDay(), t.Unix(), t.UnixMilli(), t.Month(), t.Year(), t.Day(), t.Hour())
	u := t.Add(36 * time.Hour)
	fmt.Println(u, u.Sub(t), u.After(t), t.Before(u), t.Equal(t), u.AddDate(0, 1, 0).Format(time.DateOnly))
	p, err := time.Parse("2006-01-02", "2023-10-05")
	fmt.Println(p, err, p.IsZero(), time.Time{}.IsZero())
	_, err = time.Parse("2006-01-02", "tomorrow")
	fmt.Println(err)
	fmt.Println(t.Truncate(time.Hour).Format(time.TimeOnly), time.Unix(0, 0).UTC())
}
