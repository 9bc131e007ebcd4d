package http

import (
	"context"
	"errors"
	"fmt"
	"internal/rt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// ask asks the simulated world how a host answers.
func ask(host, what string) (latency int64, status int, body, wrong string, id uint64)

// arrived tells the recorder that the answer to request id is there; status 0 means that there is none.
func arrived(id uint64, status int)

// connect reaches a server of the program itself: the number of the request, 0 if nobody listens.
func connect(port int) (id uint64)

// A RoundTripper carries out one request.
type RoundTripper interface {
	RoundTrip(*Request) (*Response, error)
}

// Transport is the way to the simulated world.
type Transport struct {
	MaxIdleConns          int
	MaxIdleConnsPerHost   int
	MaxConnsPerHost       int
	IdleConnTimeout       time.Duration
	ResponseHeaderTimeout time.Duration
	TLSHandshakeTimeout   time.Duration
	ExpectContinueTimeout time.Duration
	DisableKeepAlives     bool
	DisableCompression    bool
}

// DefaultTransport is what a Client without one uses.
var DefaultTransport RoundTripper = &Transport{}

func (t *Transport) CloseIdleConnections() {}

// localDelay is how long a request to a server of the program itself takes on its way.
const localDelay = 100 * time.Microsecond

func (t *Transport) RoundTrip(req *Request) (*Response, error) {
	if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
		return nil, errors.New("unsupported protocol scheme " + strconv.Quote(req.URL.Scheme))
	}
	if req.URL.Host == "" {
		return nil, errors.New("http: no Host in request URL")
	}
	host := strings.ToLower(req.URL.Hostname())
	if host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "0.0.0.0" {
		return local(req)
	}
	latency, status, body, wrong, id := ask(host, req.Method+" "+req.URL.String())
	if err := travel(req.Context(), time.Duration(latency)); err != nil {
		arrived(id, 0)
		return nil, err
	}
	if wrong != "" {
		arrived(id, 0)
		return nil, errors.New(wrong)
	}
	arrived(id, status)
	if req.Method == "HEAD" {
		body = ""
	}
	header := Header{"Content-Type": {"text/plain; charset=utf-8"}, "Content-Length": {strconv.Itoa(len(body))}}
	return newResponse(req, status, header, body), nil
}

// travel takes the time until the answer is there, unless ctx ends first.
func travel(ctx context.Context, latency time.Duration) error {
	if ctx.Done() == nil {
		time.Sleep(latency)
		return nil
	}
	timer := time.NewTimer(latency)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func newResponse(req *Request, status int, header Header, body string) *Response {
	length := int64(len(body))
	if n, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64); err == nil {
		length = n
	}
	return &Response{Status: strings.TrimSpace(strconv.Itoa(status) + " " + StatusText(status)),
		StatusCode: status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: header,
		ContentLength: length, Request: req,
		Body: &body_{text: strings.NewReader(body), ctx: req.Context()}}
}

// body_ is a body that can be closed, and ends with the context of its request.
type body_ struct {
	text   *strings.Reader
	ctx    context.Context
	cancel context.CancelFunc
	closed bool
}

// finish stops the timeout of the client, if there is one.
func (b *body_) finish() {
	if b.cancel != nil {
		b.cancel()
		b.cancel = nil
	}
}

func (b *body_) Close() error {
	b.closed = true
	b.finish()
	return nil
}

func (b *body_) Read(p []byte) (int, error) {
	if b.closed {
		return 0, errors.New("http: read on closed response body")
	}
	if err := b.ctx.Err(); err != nil && b.text.Len() > 0 {
		return 0, err
	}
	n, err := b.text.Read(p)
	if err != nil {
		b.finish()
	}
	return n, err
}

// An exchange is a request of the program to itself, on its way to an answer.
type exchange struct {
	req    *Request
	answer chan *Response
}

var exchanges = map[uint64]*exchange{}

func local(req *Request) (*Response, error) {
	port := 80
	if req.URL.Scheme == "https" {
		port = 443
	}
	if p := req.URL.Port(); p != "" {
		port, _ = strconv.Atoi(p)
	}
	select {
	case <-time.After(localDelay):
	case <-req.Context().Done():
		return nil, context.Cause(req.Context())
	}
	x := &exchange{req, make(chan *Response, 1)}
	rt.Pin()
	id := connect(port)
	if id != 0 {
		exchanges[id] = x
	}
	rt.Unpin()
	if id == 0 {
		return nil, fmt.Errorf("dial tcp 127.0.0.1:%d: connect: connection refused", port)
	}
	select {
	case resp := <-x.answer:
		if resp == nil {
			return nil, io.EOF
		}
		return resp, nil
	case <-req.Context().Done():
		return nil, context.Cause(req.Context())
	}
}

// A Client makes requests.
type Client struct {
	Transport     RoundTripper
	CheckRedirect func(req *Request, via []*Request) error
	Jar           any
	Timeout       time.Duration
}

// DefaultClient is the Client of Get, Head and Post.
var DefaultClient = &Client{}

// ErrUseLastResponse makes CheckRedirect return the redirection itself.
var ErrUseLastResponse = errors.New("net/http: use last response")

type timeoutError struct{ err string }

func (e *timeoutError) Error() string     { return e.err }
func (e *timeoutError) Timeout() bool     { return true }
func (e *timeoutError) Temporary() bool   { return true }
func (e *timeoutError) Is(err error) bool { return err == context.DeadlineExceeded }

// Do carries out a request.
func (c *Client) Do(req *Request) (*Response, error) {
	fail := func(err error) (*Response, error) {
		method := req.Method
		if method == "" {
			method = "GET"
		}
		return nil, &url.Error{Op: method[:1] + strings.ToLower(method[1:]), URL: req.URL.Redacted(), Err: err}
	}
	if req.URL == nil {
		return nil, &url.Error{Op: "Get", URL: "", Err: errors.New("http: nil Request.URL")}
	}
	transport := c.Transport
	if transport == nil {
		transport = DefaultTransport
	}
	parent := req.Context()
	cancel := context.CancelFunc(func() {})
	if c.Timeout > 0 {
		var ctx context.Context
		ctx, cancel = context.WithTimeout(parent, c.Timeout)
		req = req.WithContext(ctx)
	}
	for via := []*Request(nil); ; {
		resp, err := transport.RoundTrip(req)
		if err != nil {
			if c.Timeout > 0 && req.Context().Err() != nil && parent.Err() == nil {
				err = &timeoutError{err.Error() + " (Client.Timeout exceeded while awaiting headers)"}
			}
			cancel()
			return fail(err)
		}
		if b, ok := resp.Body.(*body_); ok {
			b.cancel = cancel
		}
		location := resp.Header.Get("Location")
		if resp.StatusCode < 301 || resp.StatusCode > 308 || location == "" {
			return resp, nil
		}
		target, err := req.URL.Parse(location)
		if err != nil {
			return fail(err)
		}
		via = append(via, req)
		next := req.WithContext(req.Context())
		next.URL = target
		if resp.StatusCode < 307 && req.Method != "HEAD" {
			next.Method, next.Body = "GET", nil
		}
		if c.CheckRedirect != nil {
			err = c.CheckRedirect(next, via)
		} else if len(via) >= 10 {
			err = errors.New("stopped after 10 redirects")
		}
		if err == ErrUseLastResponse {
			return resp, nil
		}
		if err != nil {
			return fail(err)
		}
		req = next
	}
}

func (c *Client) CloseIdleConnections() {}

func (c *Client) method(method, url, contentType string, body io.Reader) (*Response, error) {
	req, err := NewRequest(method, url, body)
	if err != nil {
		return nil, err
	}
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	return c.Do(req)
}

func (c *Client) Get(url string) (resp *Response, err error)  { return c.method("GET", url, "", nil) }
func (c *Client) Head(url string) (resp *Response, err error) { return c.method("HEAD", url, "", nil) }
func (c *Client) Post(url, contentType string, body io.Reader) (resp *Response, err error) {
	return c.method("POST", url, contentType, body)
}

func (c *Client) PostForm(url string, data url.Values) (resp *Response, err error) {
	return c.Post(url, "application/x-www-form-urlencoded", strings.NewReader(data.Encode()))
}

func Get(url string) (resp *Response, err error)  { return DefaultClient.Get(url) }
func Head(url string) (resp *Response, err error) { return DefaultClient.Head(url) }
func Post(url, contentType string, body io.Reader) (resp *Response, err error) {
	return DefaultClient.Post(url, contentType, body)
}
func PostForm(url string, data url.Values) (resp *Response, err error) {
	return DefaultClient.PostForm(url, data)
}
