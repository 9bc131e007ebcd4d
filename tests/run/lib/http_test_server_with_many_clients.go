// Three clients at once at a server of package httptest, and an error page.
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
)

func main() {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/e" {
			http.Error(w, "bad", 500)
			return
		}
		fmt.Fprintf(w, "hi %s", r.URL.Query().Get("n"))
	}))
	defer srv.Close()
	var wg sync.WaitGroup
	res := make([]string, 3)
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			r, err := http.Get(fmt.Sprintf("%s/?n=%d", srv.URL, i))
			if err != nil {
				res[i] = err.Error()
				return
			}
			defer r.Body.Close()
			b, _ := io.ReadAll(r.Body)
			res[i] = r.Status + " " + string(b)
		}()
	}
	wg.Wait()
	fmt.Println(res)
	r, _ := http.Get(srv.URL + "/e")
	b, _ := io.ReadAll(r.Body)
	fmt.Printf("%d %q\n", r.StatusCode, b)
}
