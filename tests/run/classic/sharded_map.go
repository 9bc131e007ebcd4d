package main

import (
	"fmt"
	"hash/fnv"
	"sync"
)

type shard struct {
	sync.RWMutex
	m map[string]int
}
type sharded []*shard

func (s sharded) of(k string) *shard {
	h := fnv.New32a()
	h.Write([]byte(k))
	return s[h.Sum32()%uint32(len(s))]
}
func (s sharded) add(k string, n int) {
	sh := s.of(k)
	sh.Lock()
	defer sh.Unlock()
	sh.m[k] += n
}

func main() {
	s := make(sharded, 8)
	for i := range s {
		s[i] = &shard{m: map[string]int{}}
	}
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.add(fmt.Sprint("key", i%10), 1)
		}()
	}
	wg.Wait()
	total := 0
	for _, sh := range s {
		for _, v := range sh.m {
			total += v
		}
	}
	fmt.Println(total, s.of("key3").m["key3"])
}
