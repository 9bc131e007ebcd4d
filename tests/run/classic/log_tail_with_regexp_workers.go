package main

import (
	"bufio"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"sync"
)

const log = `2024-01-02 ERROR db: timeout after 30ms
2024-01-02 INFO web: GET /index 200
2024-01-03 ERROR web: GET /pay 500
2024-01-03 WARN db: slow query 120ms
2024-01-04 ERROR db: timeout after 45ms`

var line = regexp.MustCompile(`^(?P<day>[\d-]+) (?P<level>[A-Z]+) (?P<part>\w+): (.*)$`)

func main() {
	lines := make(chan string)
	hits := make(chan [2]string)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for l := range lines {
				if m := line.FindStringSubmatch(l); m != nil && m[line.SubexpIndex("level")] == "ERROR" {
					hits <- [2]string{m[line.SubexpIndex("part")], regexp.MustCompile(`\d+`).ReplaceAllString(m[4], "N")}
				}
			}
		}()
	}
	go func() {
		sc := bufio.NewScanner(strings.NewReader(log))
		for sc.Scan() {
			lines <- sc.Text()
		}
		close(lines)
		wg.Wait()
		close(hits)
	}()
	count := map[[2]string]int{}
	for h := range hits {
		count[h]++
	}
	var out []string
	for k, n := range count {
		out = append(out, fmt.Sprintf("%d %s %q", n, k[0], k[1]))
	}
	sort.Strings(out)
	fmt.Println(strings.Join(out, "\n"))
}
