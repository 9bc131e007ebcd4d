// Package pprof serves the list of goroutines under /debug/pprof/.
package pprof

import (
	"fmt"
	"net/http"
	"runtime/pprof"
	"strings"
)

func init() {
	http.HandleFunc("/debug/pprof/", Index)
}

// Index answers with the profile that the path names.
func Index(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/debug/pprof/")
	if name == "" {
		name = "goroutine"
	}
	Handler(name).ServeHTTP(w, r)
}

// Handler serves one profile.
func Handler(name string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := pprof.Lookup(name)
		if p == nil {
			http.Error(w, fmt.Sprintf("Unknown profile: %s", name), http.StatusNotFound)
			return
		}
		p.WriteTo(w, 1)
	})
}
