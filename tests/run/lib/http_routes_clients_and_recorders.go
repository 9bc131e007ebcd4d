package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"time"
)

type server struct {
	mu    sync.Mutex
	items map[string]string
}

func logging(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Printf("%s %s", r.Method, r.URL.Path)
		next.ServeHTTP(w, r)
	})
}
func main() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	s := &server{items: map[string]string{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items/{id}", func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		v, ok := s.items[r.PathValue("id")]
		if !ok {
			http.Error(w, "not found", http.StatusNotFound)
			return
		}
		json.NewEncoder(w).Encode(map[string]string{"id": r.PathValue("id"), "v": v})
	})
	mux.HandleFunc("PUT /items/{id}", func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		s.mu.Lock()
		s.items[r.PathValue("id")] = string(b)
		s.mu.Unlock()
		w.WriteHeader(http.StatusCreated)
	})
	mux.HandleFunc("/files/{path...}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "path=%s q=%s", r.PathValue("path"), r.URL.Query().Get("q"))
	})
	mux.HandleFunc("POST /form", func(w http.ResponseWriter, r *http.Request) {
		r.ParseForm()
		fmt.Fprint(w, r.FormValue("name"), r.Form["tags"])
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-time.After(time.Second):
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/cookie", func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("sid"); err == nil {
			fmt.Fprint(w, "hello ", c.Value)
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "sid", Value: "42", Path: "/"})
		fmt.Fprint(w, "set")
	})
	mux.Handle("/old", http.RedirectHandler("/files/new", http.StatusMovedPermanently))
	mux.HandleFunc("/auth", func(w http.ResponseWriter, r *http.Request) {
		u, p, ok := r.BasicAuth()
		fmt.Fprint(w, u, p, ok, r.Header.Get("X-Test"), r.UserAgent() != "")
	})
	srv := httptest.NewServer(logging(mux))
	defer srv.Close()
	do := func(method, path, body string) {
		req, _ := http.NewRequest(method, srv.URL+path, strings.NewReader(body))
		if method == "POST" {
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			fmt.Println(err)
			return
		}
		defer resp.Body.Close()
		b, _ := io.ReadAll(resp.Body)
		fmt.Printf("%d %s %q %s\n", resp.StatusCode, resp.Status, b, resp.Header.Get("Content-Type"))
	}
	do("GET", "/items/1", "")
	do("PUT", "/items/1", "one")
	do("GET", "/items/1", "")
	do("DELETE", "/items/1", "")
	do("GET", "/files/a/b?q=z", "")
	do("POST", "/form", "name=bob&tags=a&tags=b")
	do("GET", "/old", "")
	do("GET", "/nope", "")
	do("GET", "/cookie", "")
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	req, _ := http.NewRequestWithContext(ctx, "GET", srv.URL+"/slow", nil)
	_, err := http.DefaultClient.Do(req)
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	c := &http.Client{Timeout: 20 * time.Millisecond}
	_, err = c.Get(srv.URL + "/slow")
	fmt.Println(err != nil, os.IsTimeout(err))
	req, _ = http.NewRequest("GET", srv.URL+"/auth", nil)
	req.SetBasicAuth("u", "p")
	req.Header.Set("X-Test", "t")
	resp, _ := http.DefaultClient.Do(req)
	b, _ := io.ReadAll(resp.Body)
	fmt.Println(string(b))
	rec := httptest.NewRecorder()
	mux.ServeHTTP(rec, httptest.NewRequest("GET", "/files/x", nil))
	res := rec.Result()
	b, _ = io.ReadAll(res.Body)
	fmt.Println(res.StatusCode, string(b), rec.Code, rec.Body.Len())
	resp, err = http.Post(srv.URL+"/form", "application/x-www-form-urlencoded", strings.NewReader("name=x"))
	b, _ = io.ReadAll(resp.Body)
	fmt.Println(string(b), err)
	resp, _ = http.PostForm(srv.URL+"/form", map[string][]string{"name": {"pf"}})
	b, _ = io.ReadAll(resp.Body)
	fmt.Println(string(b))
	resp, _ = http.Head(srv.URL + "/files/h")
	fmt.Println(resp.StatusCode, resp.ContentLength)
	fmt.Println(http.StatusText(418), http.MethodPatch, http.DetectContentType([]byte("<html>")))
	pan := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) }))
	_, err = http.Get(pan.URL)
	fmt.Println(err != nil)
	pan.Close()
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			r, err := http.Get(fmt.Sprint(srv.URL, "/files/", i))
			if err == nil {
				r.Body.Close()
			}
		}()
	}
	log.SetOutput(io.Discard)
	wg.Wait()
}
