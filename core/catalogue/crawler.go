// # Concurrent crawler
//
// Start at one page, follow its links, visit each page **once**, several at a time. The hard part is
// the end: the work grows while you work, so when is it done?
//
// ## How it moves
//
//   - The coordinator owns the set of pages seen so far and the number of pages **under way**. Only
//     it touches them, so no lock is needed.
//   - A fetcher takes a URL, waits for the network, and sends back the links it found.
//   - New links go into a list, not straight into a channel: a send could wait for a fetcher that
//     itself waits for the coordinator.
//   - When nothing is under way and the list is empty, it closes `urls`. That is the end.
//
// ## When to use it, when not
//
// The same shape serves every search in a graph: dependencies, directories, friends of friends. A
// real crawler also limits its requests *per host*.
//
// ## What goes wrong
//
//   - Marking a page as seen when it **arrives** instead of when it is *queued*: pages are fetched
//     twice.
//   - Fetchers that send their links directly into `urls`: all wait to send, nobody receives.
//     Deadlock.
//
// ## What it costs
//
// One hand-off for a URL and one for its page. The list of waiting links grows with the graph, not
// with the number of fetchers.
//
//sluice:about category=classics problem="Work that finds more work: when is it done?" go="select, nil channel, map, sync.WaitGroup" name="web crawler, spider, graph traversal, breadth-first search" related="bounded_parallelism, worker_pool, select_loop, singleflight"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="fetchers"
const numFetchers = 3

//sluice:slider min=10ms max=1s log label="a page takes"
const fetchTime = 200 * time.Millisecond

//sluice:slider label="mark when queued"
const markEarly = true

//sluice:watch fetched pending
var fetched, pending int

var site = map[string][]string{
	"/":          {"/docs", "/blog", "/about"},
	"/docs":      {"/docs/go", "/docs/chan", "/"},
	"/blog":      {"/blog/1", "/blog/2", "/about"},
	"/about":     {"/", "/jobs"},
	"/docs/go":   {"/docs/chan", "/blog/2"},
	"/blog/1":    {"/blog/2"},
	"/blog/2":    {"/docs/chan"},
	"/docs/chan": {},
	"/jobs":      {},
}

//sluice:try "Mark a page when it arrives" markEarly=false ask="When must a page be marked as seen?" -> watch fetched > 9
//sluice:choice "9 pages, each once" -> watch fetched = 9
//sluice:choice "Some pages are fetched twice" -> watch fetched > 9
//sluice:because "Between queueing and arrival a page can be found a second time; then it is in the queue twice."

//sluice:try "Three fetchers, many links" seeds=10 ask="How do you limit a crawler that keeps finding work?" -> watch pending max <= 3, watch fetched = 9
//sluice:choice "Never more than three" -> watch pending max <= 3
//sluice:choice "More, when many links are found" -> watch pending max > 3
//sluice:because "The coordinator offers a URL only while fewer than three are under way. The rest wait in a list."

//sluice:try "Eight fetchers" numFetchers=8 ask="What limits a crawler?" -> time = 600ms, watch fetched = 9
//sluice:choice "All nine at once: 200 ms" -> time = 200ms
//sluice:choice "Three rounds of 200 ms" -> time = 600ms
//sluice:because "A link can be followed only when its page has been read: the depth of the site sets the time."

type page struct {
	url   string
	links []string
}

func fetcher(urls <-chan string, pages chan<- page, wg *sync.WaitGroup) {
	defer wg.Done()
	for url := range urls {
		time.Sleep(fetchTime)
		pages <- page{url, site[url]}
	}
}

func crawl(start string, urls chan<- string, pages <-chan page) {
	seen := map[string]bool{start: true}
	queue := []string{start}
	for len(queue) > 0 || pending > 0 {
		var out chan<- string // nil: nothing to send
		var next string
		if len(queue) > 0 && pending < numFetchers {
			out, next = urls, queue[0]
		}
		select {
		case out <- next:
			queue = queue[1:]
			pending++
		case p := <-pages:
			pending--
			fetched++
			seen[p.url] = true
			for _, link := range p.links {
				if !seen[link] {
					seen[link] = markEarly
					queue = append(queue, link)
				}
			}
		}
	}
	close(urls)
}

func main() {
	urls := make(chan string)
	pages := make(chan page)
	var wg sync.WaitGroup
	for range numFetchers {
		wg.Add(1)
		go fetcher(urls, pages, &wg)
	}
	crawl("/", urls, pages)
	wg.Wait()
	fmt.Println(fetched, "pages fetched")
}
