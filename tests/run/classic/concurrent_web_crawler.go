package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

type page struct {
	title string
	links []string
}

var web = map[string]page{
	"/":      {"Home", []string{"/a", "/b"}},
	"/a":     {"A", []string{"/", "/c"}},
	"/b":     {"B", []string{"/c", "/missing"}},
	"/c":     {"C", []string{"/a"}},
}

type crawler struct {
	mu    sync.Mutex
	seen  map[string]bool
	wg    sync.WaitGroup
	found []string
}

func (c *crawler) crawl(url string, depth int) {
	defer c.wg.Done()
	c.mu.Lock()
	if depth == 0 || c.seen[url] {
		c.mu.Unlock()
		return
	}
	c.seen[url] = true
	c.mu.Unlock()
	time.Sleep(time.Millisecond)
	p, ok := web[url]
	c.mu.Lock()
	if ok {
		c.found = append(c.found, url+" "+p.title)
	} else {
		c.found = append(c.found, url+" not found")
	}
	c.mu.Unlock()
	for _, l := range p.links {
		c.wg.Add(1)
		go c.crawl(l, depth-1)
	}
}

func main() {
	c := crawler{seen: map[string]bool{}}
	c.wg.Add(1)
	go c.crawl("/", 4)
	c.wg.Wait()
	sort.Strings(c.found)
	for _, f := range c.found {
		fmt.Println(f)
	}
}
