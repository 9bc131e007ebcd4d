package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
)

func main() {
	dir, _ := os.MkdirTemp("", "x")
	os.WriteFile(dir+"/a.txt", []byte("hello file"), 0644)
	os.WriteFile(dir+"/index.html", []byte("<h1>hi</h1>"), 0644)
	mux := http.NewServeMux()
	mux.Handle("/static/", http.StripPrefix("/static/", http.FileServer(http.Dir(dir))))
	mux.HandleFunc("/one", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, dir+"/a.txt") })
	s := httptest.NewServer(mux)
	defer s.Close()
	for _, p := range []string{"/static/a.txt", "/static/none", "/static/", "/one"} {
		r, err := http.Get(s.URL + p)
		if err != nil {
			fmt.Println(err)
			continue
		}
		b, _ := io.ReadAll(r.Body)
		fmt.Println(r.StatusCode, strings.TrimSpace(string(b)), r.Header.Get("Content-Type"))
	}
	os.RemoveAll(dir)
}
