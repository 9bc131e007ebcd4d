package http

import (
	"context"
	"fmt"
	"internal/rt"
	"io"
	"log"
	"net"
	"net/url"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// listen opens a port; false if it is taken. unlisten closes it.
func listen(port int) bool
func unlisten(port int)

// accept waits for a request; open is false when the port has been closed. A local request is found in
// exchanges.
func accept(port int) (id uint64, local bool, method, path, host, body string, open bool)

// answered tells the recorder how a request was answered.
func answered(id uint64, status int)

type contextKey struct{ name string }

func (k *contextKey) String() string { return "net/http context value " + k.name }

var (
	ServerContextKey    = &contextKey{"http-server"}
	LocalAddrContextKey = &contextKey{"local-addr"}
)

// A Server answers the requests that come to its port.
type Server struct {
	Addr                         string
	Handler                      Handler
	DisableGeneralOptionsHandler bool
	ReadTimeout                  time.Duration
	ReadHeaderTimeout            time.Duration
	WriteTimeout                 time.Duration
	IdleTimeout                  time.Duration
	MaxHeaderBytes               int
	ErrorLog                     *log.Logger

	ports      []int
	active     int
	version    uint64        // changes when a request has been answered
	idle       chan struct{} // what Shutdown waits for: closed when nobody is being answered
	listeners  []net.Listener
	closed     bool
	cancel     context.CancelFunc
	onShutdown []func()
}

// An opError is an error of the network.
type opError struct{ text string }

func (e *opError) Error() string { return e.text }

func portOf(addr string) (int, error) {
	if addr == "" {
		return 80, nil
	}
	i := strings.LastIndexByte(addr, ':')
	if i < 0 {
		return 0, &opError{"listen tcp: address " + addr + ": missing port in address"}
	}
	switch addr[i+1:] {
	case "http":
		return 80, nil
	case "https":
		return 443, nil
	}
	port, err := strconv.Atoi(addr[i+1:])
	if err != nil || port < 0 || port > 65535 {
		return 0, &opError{"listen tcp: address " + addr[i+1:] + ": invalid port"}
	}
	return port, nil
}

// ListenAndServe opens the port of srv.Addr and serves until Shutdown or Close.
func (srv *Server) ListenAndServe() error {
	rt.Pin()
	closed := srv.closed
	rt.Unpin()
	if closed {
		return ErrServerClosed
	}
	port, err := portOf(srv.Addr)
	if err != nil {
		return err
	}
	if !listen(port) {
		return &opError{"listen tcp " + srv.Addr + ": bind: address already in use"}
	}
	return srv.serve(port)
}

// ListenAndServeTLS is ListenAndServe: nobody listens in.
func (srv *Server) ListenAndServeTLS(certFile, keyFile string) error { return srv.ListenAndServe() }

// Serve answers the requests that come to l until Shutdown or Close.
func (srv *Server) Serve(l net.Listener) error {
	rt.Pin()
	closed := srv.closed
	srv.listeners = append(srv.listeners, l)
	rt.Unpin()
	if closed {
		l.Close()
		return ErrServerClosed
	}
	port, err := portOf(l.Addr().String())
	if err != nil {
		return err
	}
	return srv.serve(port)
}

// ServeTLS is Serve: nobody listens in.
func (srv *Server) ServeTLS(l net.Listener, certFile, keyFile string) error { return srv.Serve(l) }

// Serve serves handler, or DefaultServeMux, at l.
func Serve(l net.Listener, handler Handler) error { return (&Server{Handler: handler}).Serve(l) }

func (srv *Server) serve(port int) error {
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), ServerContextKey, srv))
	rt.Pin()
	srv.ports = append(srv.ports, port)
	srv.cancel = cancel
	rt.Unpin()
	for n := 1; ; n++ {
		id, local, method, path, host, body, open := accept(port)
		if !open {
			return ErrServerClosed
		}
		rt.Pin()
		srv.active++
		rt.Unpin()
		var x *exchange
		var req *Request
		if local {
			rt.Pin()
			x = exchanges[id]
			delete(exchanges, id)
			rt.Unpin()
			req = fromClient(ctx, x.req)
		} else {
			req = fromOutside(ctx, method, path, host, body)
		}
		req.RemoteAddr = fmt.Sprintf("127.0.0.1:%d", 40000+n%20000)
		request(srv, id, req, x)
	}
}

// request handles a request in a goroutine that the page knows by this function's name.
func request(srv *Server, id uint64, req *Request, x *exchange) {
	go func() { srv.handle(id, req, x) }()
}

func fromOutside(ctx context.Context, method, path, host, body string) *Request {
	req, err := NewRequestWithContext(ctx, method, path, strings.NewReader(body))
	if err != nil {
		req, _ = NewRequestWithContext(ctx, "GET", "/", nil)
	}
	req.Host = host
	req.RequestURI = path
	req.Header.Set("User-Agent", "sluicebox")
	return req
}

func fromClient(ctx context.Context, sent *Request) *Request {
	req := *sent
	req.ctx = ctx
	u := *sent.URL
	req.URL = &url.URL{Path: u.Path, RawPath: u.RawPath, RawQuery: u.RawQuery}
	if req.URL.Path == "" {
		req.URL.Path = "/"
	}
	req.RequestURI = u.RequestURI()
	req.Header = sent.Header.Clone()
	if req.Header == nil {
		req.Header = Header{}
	}
	if req.Header.Get("User-Agent") == "" {
		req.Header.Set("User-Agent", "Go-http-client/1.1")
	}
	if req.Method == "" {
		req.Method = "GET"
	}
	if req.Body == nil {
		req.Body = NoBody
	}
	return &req
}

// A response is what a handler has written so far.
type response struct {
	header Header
	status int
	body   []byte
	req    *Request
}

func (w *response) Header() Header { return w.header }
func (w *response) Flush()         {}

func (w *response) WriteHeader(code int) {
	if code < 100 || code > 999 {
		panic(fmt.Sprintf("invalid WriteHeader code %v", code))
	}
	if w.status != 0 {
		log.Printf("http: superfluous response.WriteHeader call")
		return
	}
	w.status = code
}

func (w *response) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = StatusOK
	}
	if w.status == StatusNoContent || w.status == StatusNotModified {
		return 0, ErrBodyNotAllowed
	}
	w.body = append(w.body, b...)
	return len(b), nil
}

func (w *response) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

// handle answers one request.
func (srv *Server) handle(id uint64, req *Request, x *exchange) {
	ctx, cancel := context.WithCancel(req.ctx)
	req.ctx = ctx
	w := &response{header: Header{}, req: req}
	if x != nil {
		stop := context.AfterFunc(x.req.Context(), cancel)
		defer stop()
	}
	defer func() {
		err := recover()
		if err != nil && err != ErrAbortHandler {
			srv.logf("http: panic serving %v: %v\n%s", req.RemoteAddr, err, debug.Stack())
		}
		cancel()
		srv.finish(id, w, x, err != nil)
	}()
	handler := srv.Handler
	if handler == nil {
		handler = DefaultServeMux
	}
	handler.ServeHTTP(w, req)
}

func (srv *Server) logf(format string, args ...any) {
	if srv.ErrorLog != nil {
		srv.ErrorLog.Printf(format, args...)
	} else {
		log.Printf(format, args...)
	}
}

func (srv *Server) finish(id uint64, w *response, x *exchange, broken bool) {
	if w.status == 0 {
		w.status = StatusOK
	}
	answered(id, w.status)
	if x != nil && broken {
		x.answer <- nil
	} else if x != nil {
		if w.header.Get("Content-Type") == "" && len(w.body) > 0 {
			w.header.Set("Content-Type", DetectContentType(w.body))
		}
		w.header.Set("Date", time.Now().UTC().Format(TimeFormat))
		w.header.Set("Content-Length", strconv.Itoa(len(w.body)))
		body := string(w.body)
		if x.req.Method == "HEAD" {
			body = ""
		}
		x.answer <- newResponse(x.req, w.status, w.header, body)
	}
	rt.Pin()
	srv.active--
	idle := srv.idle
	if srv.active > 0 {
		idle = nil
	} else {
		srv.idle = nil
	}
	rt.Unpin()
	rt.WakeIO(&srv.version)
	if idle != nil {
		close(idle)
	}
}

// stop closes the ports and returns how many requests are being answered.
func (srv *Server) stop() int {
	rt.Pin()
	listeners := srv.listeners
	srv.listeners = nil
	rt.Unpin()
	for _, l := range listeners {
		l.Close()
	}
	rt.Pin()
	defer rt.Unpin()
	srv.closed = true
	for _, port := range srv.ports {
		unlisten(port)
	}
	srv.ports = nil
	for _, f := range srv.onShutdown {
		rt.NameNext(f)
		go f()
	}
	srv.onShutdown = nil
	return srv.active
}

// Shutdown takes no more requests and waits until those under way are answered, as long as ctx lasts.
func (srv *Server) Shutdown(ctx context.Context) error {
	srv.stop()
	if ctx.Done() == nil {
		for {
			rt.Pin()
			active, seen := srv.active, srv.version
			rt.Unpin()
			if active == 0 {
				return nil
			}
			rt.WaitIO(&srv.version, seen)
		}
	}
	rt.Pin()
	active := srv.active
	rt.Unpin()
	if active == 0 {
		return nil
	}
	idle := make(chan struct{})
	rt.Pin()
	if srv.idle != nil {
		idle = srv.idle
	} else if srv.active > 0 {
		srv.idle = idle
	} else {
		idle = nil
	}
	rt.Unpin()
	if idle == nil {
		return nil
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-idle:
		return nil
	}
}

// Close stops at once: the contexts of requests under way end.
func (srv *Server) Close() error {
	srv.stop()
	if srv.cancel != nil {
		srv.cancel()
	}
	return nil
}

// RegisterOnShutdown makes Shutdown call f.
func (srv *Server) RegisterOnShutdown(f func()) {
	rt.Pin()
	srv.onShutdown = append(srv.onShutdown, f)
	rt.Unpin()
}

func (srv *Server) SetKeepAlivesEnabled(v bool) {}

// ListenAndServe serves handler, or DefaultServeMux, at addr.
func ListenAndServe(addr string, handler Handler) error {
	return (&Server{Addr: addr, Handler: handler}).ListenAndServe()
}

func ListenAndServeTLS(addr, certFile, keyFile string, handler Handler) error {
	return ListenAndServe(addr, handler)
}

// TimeoutHandler answers 503 when h takes longer than dt.
func TimeoutHandler(h Handler, dt time.Duration, msg string) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) {
		ctx, cancel := context.WithTimeout(r.Context(), dt)
		defer cancel()
		inner := &response{header: Header{}, req: r}
		done := make(chan any, 1)
		go func() {
			defer func() { done <- recover() }()
			h.ServeHTTP(inner, r.WithContext(ctx))
		}()
		select {
		case p := <-done:
			if p != nil {
				panic(p)
			}
			for k, v := range inner.header {
				w.Header()[k] = v
			}
			if inner.status == 0 {
				inner.status = StatusOK
			}
			w.WriteHeader(inner.status)
			w.Write(inner.body)
		case <-ctx.Done():
			w.WriteHeader(StatusServiceUnavailable)
			if msg == "" {
				msg = "<html><head><title>Timeout</title></head><body><h1>Timeout</h1></body></html>"
			}
			io.WriteString(w, msg)
		}
	})
}
