// Package net connects the program with itself: listeners and connections live in memory and need no
// network. Other hosts belong to the simulated world, as for package net/http.
package net

import (
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
)

// An Addr is an end of a connection.
type Addr interface {
	Network() string
	String() string
}

// A Conn is a stream of bytes in both directions.
type Conn interface {
	Read(b []byte) (n int, err error)
	Write(b []byte) (n int, err error)
	Close() error
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

// A Listener waits for connections.
type Listener interface {
	Accept() (Conn, error)
	Close() error
	Addr() Addr
}

// An Error is an error of a network.
type Error interface {
	error
	Timeout() bool
	Temporary() bool
}

var (
	ErrClosed           error = errClosed{}
	ErrWriteToConnected       = errors.New("use of WriteTo with pre-connected connection")
)

type errClosed struct{}

func (errClosed) Error() string   { return "use of closed network connection" }
func (errClosed) Timeout() bool   { return false }
func (errClosed) Temporary() bool { return false }

// errTimeout is also os.ErrDeadlineExceeded for errors.Is.
type errTimeout struct{}

func (errTimeout) Error() string     { return "i/o timeout" }
func (errTimeout) Timeout() bool     { return true }
func (errTimeout) Temporary() bool   { return true }
func (errTimeout) Is(err error) bool { return err == os.ErrDeadlineExceeded }

// An OpError is an error with the operation and its ends.
type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

func (e *OpError) Unwrap() error { return e.Err }

func (e *OpError) Error() string {
	if e == nil {
		return "<nil>"
	}
	s := e.Op + " " + e.Net
	if e.Source != nil {
		s += " " + e.Source.String()
	}
	if e.Addr != nil {
		if e.Source != nil {
			s += "->"
		} else {
			s += " "
		}
		s += e.Addr.String()
	}
	return s + ": " + e.Err.Error()
}

func (e *OpError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	if s, wrapped := e.Err.(*os.SyscallError); wrapped {
		t, ok = s.Err.(interface{ Timeout() bool })
	}
	return ok && t.Timeout()
}

func (e *OpError) Temporary() bool { return e.Timeout() }

// An AddrError is a malformed address.
type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string   { return "address " + e.Addr + ": " + e.Err }
func (e *AddrError) Timeout() bool   { return false }
func (e *AddrError) Temporary() bool { return false }

// A DNSError is a host that has no address.
type DNSError struct {
	Err        string
	Name       string
	IsNotFound bool
}

func (e *DNSError) Error() string   { return "lookup " + e.Name + ": " + e.Err }
func (e *DNSError) Timeout() bool   { return false }
func (e *DNSError) Temporary() bool { return false }

// An UnknownNetworkError is a network that does not exist here.
type UnknownNetworkError string

func (e UnknownNetworkError) Error() string   { return "unknown network " + string(e) }
func (e UnknownNetworkError) Timeout() bool   { return false }
func (e UnknownNetworkError) Temporary() bool { return false }

// An IP is the bytes of an address.
type IP []byte

func IPv4(a, b, c, d byte) IP { return IP{a, b, c, d} }

func (ip IP) String() string {
	var parts []string
	for _, b := range ip {
		parts = append(parts, strconv.Itoa(int(b)))
	}
	if len(parts) == 0 {
		return "<nil>"
	}
	return strings.Join(parts, ".")
}

func (ip IP) To4() IP          { return ip }
func (ip IP) Equal(x IP) bool  { return string(ip) == string(x) }
func (ip IP) IsLoopback() bool { return len(ip) > 0 && ip[0] == 127 }

// ParseIP reads a.b.c.d.
func ParseIP(s string) IP {
	parts := strings.Split(s, ".")
	if len(parts) != 4 {
		return nil
	}
	var ip IP
	for _, part := range parts {
		n, err := strconv.ParseUint(part, 10, 8)
		if err != nil {
			return nil
		}
		ip = append(ip, byte(n))
	}
	return ip
}

// A TCPAddr is an address and a port.
type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

func (a *TCPAddr) Network() string { return "tcp" }

func (a *TCPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	host := ""
	if len(a.IP) > 0 {
		host = a.IP.String()
	} else {
		host = "::"
	}
	return JoinHostPort(host, strconv.Itoa(a.Port))
}

// JoinHostPort is host:port, with brackets where host has colons.
func JoinHostPort(host, port string) string {
	if strings.IndexByte(host, ':') >= 0 {
		return "[" + host + "]:" + port
	}
	return host + ":" + port
}

// SplitHostPort takes host:port apart.
func SplitHostPort(hostport string) (host, port string, err error) {
	i := strings.LastIndexByte(hostport, ':')
	if i < 0 {
		return "", "", &AddrError{"missing port in address", hostport}
	}
	host, port = hostport[:i], hostport[i+1:]
	if strings.HasPrefix(host, "[") {
		if !strings.HasSuffix(host, "]") {
			return "", "", &AddrError{"missing port in address", hostport}
		}
		return host[1 : len(host)-1], port, nil
	}
	if strings.IndexByte(host, ':') >= 0 {
		return "", "", &AddrError{"too many colons in address", hostport}
	}
	return host, port, nil
}

func isLocal(host string) bool {
	return host == "" || host == "localhost" || host == "0.0.0.0" || host == "::1" || host == "::" ||
		strings.HasPrefix(host, "127.")
}

// LookupHost lists the addresses of a host.
func LookupHost(host string) (addrs []string, err error) {
	switch {
	case isLocal(host):
		return []string{"127.0.0.1"}, nil
	case ParseIP(host) != nil:
		return []string{host}, nil
	case host == "invalid" || strings.HasSuffix(host, ".invalid"):
		return nil, &DNSError{"no such host", host, true}
	}
	sum := uint32(2166136261)
	for i := range len(host) {
		sum = (sum ^ uint32(host[i])) * 16777619
	}
	return []string{IP{93, byte(sum >> 16), byte(sum >> 8), byte(sum | 1)}.String()}, nil
}

// LookupIP is LookupHost with addresses.
func LookupIP(host string) ([]IP, error) {
	addrs, err := LookupHost(host)
	if err != nil {
		return nil, err
	}
	return []IP{ParseIP(addrs[0])}, nil
}

// ResolveTCPAddr reads an address with a port.
func ResolveTCPAddr(network, address string) (*TCPAddr, error) {
	host, port, err := SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	n, err := LookupPort(network, port)
	if err != nil {
		return nil, err
	}
	addr := &TCPAddr{Port: n}
	if host != "" && host != "::" {
		addrs, err := LookupHost(host)
		if err != nil {
			return nil, err
		}
		addr.IP = ParseIP(addrs[0])
	}
	return addr, nil
}

// LookupPort is the number of a port.
func LookupPort(network, service string) (port int, err error) {
	switch service {
	case "":
		return 0, nil
	case "http":
		return 80, nil
	case "https":
		return 443, nil
	}
	n, err := strconv.Atoi(service)
	switch {
	case err != nil:
		return 0, &DNSError{"unknown port", network + "/" + service, true}
	case n < 0 || n > 65535:
		return 0, &AddrError{"invalid port", service}
	}
	return n, nil
}

// Pipe returns two connected ends without a buffer: a Write waits for its Reads.
func Pipe() (Conn, Conn) {
	r1, w1 := io.Pipe()
	r2, w2 := io.Pipe()
	return &pipe{r1, w2}, &pipe{r2, w1}
}

type pipe struct {
	r *io.PipeReader
	w *io.PipeWriter
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

func (p *pipe) Read(b []byte) (n int, err error)   { return p.r.Read(b) }
func (p *pipe) Write(b []byte) (n int, err error)  { return p.w.Write(b) }
func (p *pipe) LocalAddr() Addr                    { return pipeAddr{} }
func (p *pipe) RemoteAddr() Addr                   { return pipeAddr{} }
func (p *pipe) SetReadDeadline(t time.Time) error  { return p.SetDeadline(t) }
func (p *pipe) SetWriteDeadline(t time.Time) error { return p.SetDeadline(t) }

func (p *pipe) Close() error {
	p.w.Close()
	return p.r.Close()
}

// SetDeadline ends both directions at t.
func (p *pipe) SetDeadline(t time.Time) error {
	if !t.IsZero() {
		time.AfterFunc(time.Until(t), func() {
			p.r.CloseWithError(os.ErrDeadlineExceeded)
			p.w.CloseWithError(os.ErrDeadlineExceeded)
		})
	}
	return nil
}
