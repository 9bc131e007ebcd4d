// Package httptest tests handlers and clients without the outside world.
package httptest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
)

// DefaultRemoteAddr is where requests of NewRequest come from.
const DefaultRemoteAddr = "1.2.3.4"

// A ResponseRecorder keeps what a handler writes.
type ResponseRecorder struct {
	Code      int
	HeaderMap http.Header
	Body      *bytes.Buffer
	Flushed   bool
	wrote     bool
}

// NewRecorder returns an empty recorder.
func NewRecorder() *ResponseRecorder {
	return &ResponseRecorder{Code: 200, HeaderMap: http.Header{}, Body: new(bytes.Buffer)}
}

func (r *ResponseRecorder) Header() http.Header { return r.HeaderMap }
func (r *ResponseRecorder) Flush()              { r.Flushed = true }

func (r *ResponseRecorder) WriteHeader(code int) {
	if !r.wrote {
		r.Code, r.wrote = code, true
	}
}

func (r *ResponseRecorder) Write(b []byte) (int, error) {
	if !r.wrote && r.HeaderMap.Get("Content-Type") == "" {
		r.HeaderMap.Set("Content-Type", http.DetectContentType(b))
	}
	r.WriteHeader(200)
	return r.Body.Write(b)
}

func (r *ResponseRecorder) WriteString(s string) (int, error) { return r.Write([]byte(s)) }

// Result is the response so far.
func (r *ResponseRecorder) Result() *http.Response {
	return &http.Response{StatusCode: r.Code, Status: fmt.Sprintf("%03d %s", r.Code, http.StatusText(r.Code)),
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: r.HeaderMap.Clone(),
		ContentLength: int64(r.Body.Len()),
		Body:          io.NopCloser(bytes.NewReader(r.Body.Bytes()))}
}

// NewRequest returns a request as a server receives it.
func NewRequest(method, target string, body io.Reader) *http.Request {
	return NewRequestWithContext(context.Background(), method, target, body)
}

func NewRequestWithContext(ctx context.Context, method, target string, body io.Reader) *http.Request {
	req, err := http.NewRequestWithContext(ctx, method, target, body)
	if err != nil {
		panic("invalid NewRequest arguments; " + err.Error())
	}
	req.RemoteAddr, req.RequestURI = DefaultRemoteAddr+":1234", target
	if req.Host == "" {
		req.Host = "example.com"
	}
	if req.Body == nil {
		req.Body = http.NoBody
	}
	return req
}

// A Server serves a handler on a port of its own.
type Server struct {
	URL    string
	Config *http.Server
	done   chan struct{}
}

// ports counts the ports given out.
var ports = 35000

// NewServer starts a Server.
func NewServer(handler http.Handler) *Server {
	s := NewUnstartedServer(handler)
	s.Start()
	return s
}

// NewUnstartedServer makes a Server that Start will start.
func NewUnstartedServer(handler http.Handler) *Server {
	ports++
	addr := fmt.Sprintf("127.0.0.1:%d", ports)
	return &Server{Config: &http.Server{Addr: addr, Handler: handler}}
}

// Start starts a Server.
func (s *Server) Start() {
	if s.URL != "" {
		panic("Server already started")
	}
	s.URL, s.done = "http://"+s.Config.Addr, make(chan struct{})
	go func() {
		s.Config.ListenAndServe()
		close(s.done)
	}()
}

// Client returns a client for the Server.
func (s *Server) Client() *http.Client { return &http.Client{} }

// Close stops the Server when its requests are answered.
func (s *Server) Close() {
	s.Config.Shutdown(context.Background())
	if s.done != nil {
		<-s.done
	}
}

func (s *Server) CloseClientConnections() {}
