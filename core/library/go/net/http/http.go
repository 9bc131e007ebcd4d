// Package http is the web as the simulated world knows it: hosts that answer after a while, and servers
// that get the requests which the outside sends.
package http

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/url"
	"strings"
)

const (
	MethodGet     = "GET"
	MethodHead    = "HEAD"
	MethodPost    = "POST"
	MethodPut     = "PUT"
	MethodPatch   = "PATCH"
	MethodDelete  = "DELETE"
	MethodConnect = "CONNECT"
	MethodOptions = "OPTIONS"
	MethodTrace   = "TRACE"

	DefaultMaxHeaderBytes = 1 << 20
	TimeFormat            = "Mon, 02 Jan 2006 15:04:05 GMT"
)

var (
	ErrServerClosed   = errors.New("http: Server closed")
	ErrHandlerTimeout = errors.New("http: Handler timeout")
	ErrAbortHandler   = errors.New("net/http: abort Handler")
	ErrBodyNotAllowed = errors.New("http: request method or response status code does not allow body")
	ErrContentLength  = errors.New("http: wrote more than the declared Content-Length")
	ErrNoCookie       = errors.New("http: named cookie not present")
	ErrNoLocation     = errors.New("http: no Location header in response")
	ErrMissingFile    = errors.New("http: no such file")
	ErrNotSupported   = errors.New("feature not supported")
	NoBody            = noBody{}
)

type noBody struct{}

func (noBody) Read([]byte) (int, error) { return 0, io.EOF }
func (noBody) Close() error             { return nil }

// A Header maps canonical names to values.
type Header map[string][]string

// CanonicalHeaderKey writes a name with capitals at the beginning of its words.
func CanonicalHeaderKey(s string) string {
	b := []byte(s)
	upper := true
	for i, c := range b {
		if c == ' ' {
			return s
		}
		if upper && 'a' <= c && c <= 'z' {
			b[i] = c - 32
		} else if !upper && 'A' <= c && c <= 'Z' {
			b[i] = c + 32
		}
		upper = c == '-'
	}
	return string(b)
}

func (h Header) Add(key, value string) {
	key = CanonicalHeaderKey(key)
	h[key] = append(h[key], value)
}
func (h Header) Set(key, value string)      { h[CanonicalHeaderKey(key)] = []string{value} }
func (h Header) Del(key string)             { delete(h, CanonicalHeaderKey(key)) }
func (h Header) Values(key string) []string { return h[CanonicalHeaderKey(key)] }

func (h Header) Get(key string) string {
	if v := h[CanonicalHeaderKey(key)]; len(v) > 0 {
		return v[0]
	}
	return ""
}

func (h Header) Clone() Header {
	if h == nil {
		return nil
	}
	c := Header{}
	for k, v := range h {
		c[k] = append([]string(nil), v...)
	}
	return c
}

// A Request is a request: one to be sent, or one that a server received.
type Request struct {
	Method        string
	URL           *url.URL
	Proto         string
	ProtoMajor    int
	ProtoMinor    int
	Header        Header
	Body          io.ReadCloser
	GetBody       func() (io.ReadCloser, error)
	ContentLength int64
	Close         bool
	Host          string
	Form          url.Values
	PostForm      url.Values
	Trailer       Header
	RemoteAddr    string
	RequestURI    string
	Response      *Response
	Pattern       string
	ctx           context.Context
	paths         map[string]string
}

// NewRequest returns a request for a client.
func NewRequest(method, url string, body io.Reader) (*Request, error) {
	return NewRequestWithContext(context.Background(), method, url, body)
}

// NewRequestWithContext is NewRequest for a request that ends with ctx.
func NewRequestWithContext(ctx context.Context, method, urlStr string, body io.Reader) (*Request, error) {
	if method == "" {
		method = "GET"
	}
	if strings.ContainsAny(method, " \t\n/:") {
		return nil, errors.New("net/http: invalid method \"" + method + "\"")
	}
	if ctx == nil {
		return nil, errors.New("net/http: nil Context")
	}
	u, err := url.Parse(urlStr)
	if err != nil {
		return nil, err
	}
	req := &Request{ctx: ctx, Method: method, URL: u, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: Header{}, Host: u.Host}
	if body != nil {
		rc, ok := body.(io.ReadCloser)
		if !ok {
			rc = io.NopCloser(body)
		}
		req.Body = rc
		if sized, ok := body.(interface{ Len() int }); ok {
			req.ContentLength = int64(sized.Len())
		}
	}
	return req, nil
}

func (r *Request) Context() context.Context {
	if r.ctx != nil {
		return r.ctx
	}
	return context.Background()
}

func (r *Request) WithContext(ctx context.Context) *Request {
	if ctx == nil {
		panic("nil context")
	}
	r2 := *r
	r2.ctx = ctx
	return &r2
}

func (r *Request) Clone(ctx context.Context) *Request {
	r2 := r.WithContext(ctx)
	r2.Header = r.Header.Clone()
	return r2
}

func (r *Request) UserAgent() string            { return r.Header.Get("User-Agent") }
func (r *Request) Referer() string              { return r.Header.Get("Referer") }
func (r *Request) PathValue(name string) string { return r.paths[name] }
func (r *Request) SetPathValue(name, v string) {
	if r.paths == nil {
		r.paths = map[string]string{}
	}
	r.paths[name] = v
}

// ParseForm fills Form and PostForm.
func (r *Request) ParseForm() (err error) {
	if r.Form != nil {
		return nil
	}
	r.PostForm = url.Values{}
	if r.Body != nil && strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
		b, e := io.ReadAll(r.Body)
		if e != nil {
			return e
		}
		r.PostForm, err = url.ParseQuery(string(b))
	}
	r.Form = url.Values{}
	for _, values := range []url.Values{r.PostForm, r.URL.Query()} {
		for k, v := range values {
			r.Form[k] = append(r.Form[k], v...)
		}
	}
	return err
}

func (r *Request) FormValue(key string) string {
	r.ParseForm()
	return r.Form.Get(key)
}

func (r *Request) PostFormValue(key string) string {
	r.ParseForm()
	return r.PostForm.Get(key)
}

// A Response is the answer to a request.
type Response struct {
	Status        string
	StatusCode    int
	Proto         string
	ProtoMajor    int
	ProtoMinor    int
	Header        Header
	Body          io.ReadCloser
	ContentLength int64
	Close         bool
	Uncompressed  bool
	Trailer       Header
	Request       *Request
}

// A ResponseWriter is how a handler answers.
type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

// A Flusher can send what it has so far.
type Flusher interface{ Flush() }

// A Handler answers requests.
type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

// HandlerFunc makes a Handler of a function.
type HandlerFunc func(ResponseWriter, *Request)

func (f HandlerFunc) ServeHTTP(w ResponseWriter, r *Request) { f(w, r) }

// Error answers with an error message.
func Error(w ResponseWriter, error string, code int) {
	h := w.Header()
	h.Del("Content-Length")
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(code)
	io.WriteString(w, error+"\n")
}

func NotFound(w ResponseWriter, r *Request) { Error(w, "404 page not found", StatusNotFound) }
func NotFoundHandler() Handler              { return HandlerFunc(NotFound) }

// Redirect answers with another place.
func Redirect(w ResponseWriter, r *Request, url string, code int) {
	w.Header().Set("Location", url)
	w.WriteHeader(code)
}

func RedirectHandler(url string, code int) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) { Redirect(w, r, url, code) })
}

// StripPrefix takes prefix off the path before h sees it.
func StripPrefix(prefix string, h Handler) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) {
		path, ok := strings.CutPrefix(r.URL.Path, prefix)
		if !ok {
			NotFound(w, r)
			return
		}
		r2 := r.WithContext(r.Context())
		u := *r.URL
		u.Path, u.RawPath = path, ""
		r2.URL = &u
		h.ServeHTTP(w, r2)
	})
}

// MaxBytesReader lets no more than n bytes through.
func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) io.ReadCloser {
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(r, n), r}
}

// DetectContentType guesses what data is.
func DetectContentType(data []byte) string {
	start := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 512)]))
	switch {
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")):
		return "text/html; charset=utf-8"
	case bytes.IndexByte(data, 0) >= 0:
		return "application/octet-stream"
	}
	return "text/plain; charset=utf-8"
}
