package http

import (
	"net/url"
	"strconv"
	"strings"
)

// A pattern is [METHOD ][HOST]/[PATH], with {name}, {name...} and {$} in the path.
type pattern struct {
	text     string
	method   string
	host     string
	segments []string
	subtree  bool
	handler  Handler
}

func parsePattern(text string) pattern {
	p := pattern{text: text}
	rest := text
	if method, after, found := strings.Cut(rest, " "); found {
		p.method, rest = method, strings.TrimLeft(after, " \t")
	}
	i := strings.IndexByte(rest, '/')
	if i < 0 {
		panic("http: invalid pattern: parsing " + strconv.Quote(text) + ": at offset 0: host/path missing /")
	}
	p.host, rest = rest[:i], rest[i+1:]
	p.segments = strings.Split(rest, "/")
	last := len(p.segments) - 1
	switch end := p.segments[last]; {
	case end == "":
		p.subtree, p.segments = true, p.segments[:last]
	case end == "{$}":
		p.segments[last] = ""
	}
	return p
}

func wildcard(segment string) (name string, multi, ok bool) {
	if len(segment) < 2 || segment[0] != '{' || segment[len(segment)-1] != '}' {
		return "", false, false
	}
	name, multi = strings.CutSuffix(segment[1:len(segment)-1], "...")
	return name, multi, true
}

// match tells whether the segments of a path fit, and what the wildcards stand for.
func (p *pattern) match(path []string) (values map[string]string, ok bool) {
	for i, segment := range p.segments {
		if name, multi, wild := wildcard(segment); wild {
			if i >= len(path) {
				return nil, false
			}
			if values == nil {
				values = map[string]string{}
			}
			if multi {
				values[name] = strings.Join(path[i:], "/")
				return values, true
			}
			if path[i] == "" {
				return nil, false
			}
			values[name] = path[i]
			continue
		}
		if i >= len(path) || path[i] != segment {
			return nil, false
		}
	}
	if p.subtree {
		return values, len(path) > len(p.segments)
	}
	return values, len(path) == len(p.segments)
}

// beats tells whether p is more specific than q where both match.
func (p *pattern) beats(q *pattern) bool {
	if (p.host != "") != (q.host != "") {
		return p.host != ""
	}
	for i := 0; i < len(p.segments) && i < len(q.segments); i++ {
		_, pm, pw := wildcard(p.segments[i])
		_, qm, qw := wildcard(q.segments[i])
		if pw != qw {
			return !pw
		}
		if pm != qm {
			return !pm
		}
	}
	if len(p.segments) != len(q.segments) {
		return len(p.segments) > len(q.segments)
	}
	if p.subtree != q.subtree {
		return !p.subtree
	}
	return p.method != "" && q.method == ""
}

// A ServeMux sends each request to the handler whose pattern fits best.
type ServeMux struct{ patterns []pattern }

// NewServeMux returns an empty ServeMux.
func NewServeMux() *ServeMux { return &ServeMux{} }

// DefaultServeMux is the one of Handle and HandleFunc.
var DefaultServeMux = NewServeMux()

// Handle registers a handler.
func (mux *ServeMux) Handle(pattern string, handler Handler) {
	if pattern == "" {
		panic("http: invalid pattern")
	}
	if handler == nil {
		panic("http: nil handler")
	}
	p := parsePattern(pattern)
	p.handler = handler
	for _, q := range mux.patterns {
		if q.text == p.text {
			panic("pattern " + strconv.Quote(p.text) + " conflicts with pattern " + strconv.Quote(q.text))
		}
	}
	mux.patterns = append(mux.patterns, p)
}

func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request)) {
	if handler == nil {
		panic("http: nil handler")
	}
	mux.Handle(pattern, HandlerFunc(handler))
}

func (p *pattern) allows(method string) bool {
	return p.method == "" || p.method == method || p.method == "GET" && method == "HEAD"
}

func (mux *ServeMux) find(r *Request) (best *pattern, values map[string]string, others []string) {
	path := strings.Split(strings.TrimPrefix(r.URL.Path, "/"), "/")
	host, _, _ := strings.Cut(r.Host, ":")
	for i := range mux.patterns {
		p := &mux.patterns[i]
		if p.host != "" && p.host != host {
			continue
		}
		v, ok := p.match(path)
		if !ok {
			continue
		}
		if !p.allows(r.Method) {
			others = append(others, p.method)
		} else if best == nil || p.beats(best) {
			best, values = p, v
		}
	}
	return
}

// Handler returns the handler for r and its pattern.
func (mux *ServeMux) Handler(r *Request) (h Handler, pattern string) {
	p, _, _ := mux.find(r)
	if p == nil {
		return NotFoundHandler(), ""
	}
	return p.handler, p.text
}

func (mux *ServeMux) ServeHTTP(w ResponseWriter, r *Request) {
	p, values, others := mux.find(r)
	switch {
	case p != nil:
		r.Pattern = p.text
		for k, v := range values {
			r.SetPathValue(k, v)
		}
		p.handler.ServeHTTP(w, r)
	case len(others) > 0:
		w.Header().Set("Allow", strings.Join(others, ", "))
		Error(w, StatusText(StatusMethodNotAllowed), StatusMethodNotAllowed)
	default:
		slash := *r
		slash.URL = &url.URL{Path: r.URL.Path + "/", RawQuery: r.URL.RawQuery}
		if q, _, _ := mux.find(&slash); q != nil && q.subtree && len(q.segments) > 0 {
			Redirect(w, r, slash.URL.String(), StatusMovedPermanently)
			return
		}
		NotFound(w, r)
	}
}

func Handle(pattern string, handler Handler) { DefaultServeMux.Handle(pattern, handler) }
func HandleFunc(pattern string, handler func(ResponseWriter, *Request)) {
	DefaultServeMux.HandleFunc(pattern, handler)
}
