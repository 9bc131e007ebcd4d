package net

import (
	"context"
	"internal/rt"
	"io"
	"os"
	"strings"
	"syscall"
	"time"
)

// A stream is one direction of a connection. Reader and writer wait for changes of its version.
type stream struct {
	version uint64
	data    []byte
	ended   bool // by the writer: the rest can still be read
	broken  bool // by the reader: nobody will read
}

const (
	streamSize = 256 << 10
	latency    = 50 * time.Millisecond // of hosts other than this one, as package net/http has it
)

var (
	nextPort  = 40000
	listeners = map[int]*TCPListener{}
)

// A TCPConn is one end of a connection.
type TCPConn struct {
	in, out       *stream
	local, remote *TCPAddr
	closed        bool
	host          string // of the simulated world, which answers what is written; or ""
	readBy        time.Time
	writeBy       time.Time
}

func (c *TCPConn) fail(op string, err error) error {
	if errno, ok := err.(syscall.Errno); ok {
		err = &os.SyscallError{Syscall: op, Err: errno}
	}
	return &OpError{op, "tcp", c.local, c.remote, err}
}

func late(deadline time.Time) bool { return !deadline.IsZero() && !time.Now().Before(deadline) }

func (c *TCPConn) Read(b []byte) (n int, err error) {
	rt.EnterKernel()
	for {
		seen := c.in.version
		switch {
		case c.closed:
			return 0, c.fail("read", ErrClosed)
		case late(c.readBy):
			return 0, c.fail("read", errTimeout{})
		case len(c.in.data) > 0:
			rt.Pin()
			n = copy(b, c.in.data)
			c.in.data = c.in.data[n:]
			rt.Unpin()
			rt.WakeIO(&c.in.version)
			return n, nil
		case c.in.ended:
			return 0, io.EOF
		case len(b) == 0:
			return 0, nil
		}
		rt.WaitIO(&c.in.version, seen)
	}
}

func (c *TCPConn) Write(b []byte) (n int, err error) {
	rt.EnterKernel()
	for len(b) > 0 {
		seen := c.out.version
		switch {
		case c.closed:
			return n, c.fail("write", ErrClosed)
		case late(c.writeBy):
			return n, c.fail("write", errTimeout{})
		case c.out.broken:
			return n, c.fail("write", syscall.EPIPE)
		case len(c.out.data) < streamSize:
			take := min(len(b), streamSize-len(c.out.data))
			rt.Pin()
			if c.host == "" {
				c.out.data = append(c.out.data, b[:take]...)
			} else if c.remote.Port == 80 && !c.in.ended {
				c.in.data = append(c.in.data, "HTTP/1.0 200 OK\r\n\r\nhello from "+c.host+"\n"...)
				c.in.ended = true
			}
			rt.Unpin()
			b = b[take:]
			n += take
			rt.WakeIO(&c.out.version)
			continue
		}
		rt.WaitIO(&c.out.version, seen)
	}
	return n, nil
}

func (c *TCPConn) wake() {
	rt.WakeIO(&c.in.version)
	rt.WakeIO(&c.out.version)
}

func (c *TCPConn) Close() error {
	if c.closed {
		return c.fail("close", ErrClosed)
	}
	c.closed, c.out.ended, c.in.broken = true, true, true
	c.wake()
	return nil
}

// CloseWrite ends what the other end can read.
func (c *TCPConn) CloseWrite() error {
	c.out.ended = true
	c.wake()
	return nil
}

// CloseRead lets the other end's writes fail.
func (c *TCPConn) CloseRead() error {
	c.in.broken = true
	c.wake()
	return nil
}

func (c *TCPConn) LocalAddr() Addr                          { return c.local }
func (c *TCPConn) RemoteAddr() Addr                         { return c.remote }
func (c *TCPConn) SetKeepAlive(keepalive bool) error        { return nil }
func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error { return nil }
func (c *TCPConn) SetNoDelay(noDelay bool) error            { return nil }
func (c *TCPConn) SetLinger(sec int) error                  { return nil }

func (c *TCPConn) SetDeadline(t time.Time) error {
	c.SetReadDeadline(t)
	return c.SetWriteDeadline(t)
}

func (c *TCPConn) SetReadDeadline(t time.Time) error {
	c.readBy = t
	c.alarm(t)
	return nil
}

func (c *TCPConn) SetWriteDeadline(t time.Time) error {
	c.writeBy = t
	c.alarm(t)
	return nil
}

func (c *TCPConn) alarm(t time.Time) {
	c.wake()
	if !t.IsZero() {
		time.AfterFunc(time.Until(t), c.wake)
	}
}

// A TCPListener waits for connections at a port.
type TCPListener struct {
	addr    *TCPAddr
	version uint64
	waiting []*TCPConn
	closed  bool
	by      time.Time
}

// openPort and closePort keep the ports of net/http and of this package apart; an open port keeps the run
// alive.
func openPort(port int) bool
func closePort(port int)

// Listen opens a port of this host; 0 is any that is free.
func Listen(network, address string) (Listener, error) {
	if !strings.HasPrefix(network, "tcp") {
		return nil, &OpError{Op: "listen", Net: network, Err: UnknownNetworkError(network)}
	}
	addr, err := ResolveTCPAddr(network, address)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Err: err}
	}
	return ListenTCP(network, addr)
}

// ListenTCP is Listen with an address.
func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error) {
	rt.EnterKernel()
	addr := &TCPAddr{}
	if laddr != nil {
		*addr = *laddr
	}
	for any := addr.Port == 0; ; {
		if any {
			nextPort++
			addr.Port = nextPort
		}
		if openPort(addr.Port) {
			break
		}
		if !any {
			err := &os.SyscallError{Syscall: "bind", Err: syscall.EADDRINUSE}
			return nil, &OpError{"listen", network, nil, addr, err}
		}
	}
	l := &TCPListener{addr: addr}
	listeners[addr.Port] = l
	return l, nil
}

func (l *TCPListener) Accept() (Conn, error) {
	c, err := l.AcceptTCP()
	if err != nil {
		return nil, err
	}
	return c, nil
}

// AcceptTCP waits for the next connection.
func (l *TCPListener) AcceptTCP() (*TCPConn, error) {
	rt.EnterKernel()
	for {
		seen := l.version
		switch {
		case l.closed:
			return nil, &OpError{"accept", "tcp", nil, l.addr, ErrClosed}
		case late(l.by):
			return nil, &OpError{"accept", "tcp", nil, l.addr, errTimeout{}}
		case len(l.waiting) > 0:
			c := l.waiting[0]
			l.waiting = l.waiting[1:]
			return c, nil
		}
		rt.WaitIO(&l.version, seen)
	}
}

func (l *TCPListener) Close() error {
	if l.closed {
		return &OpError{"close", "tcp", nil, l.addr, ErrClosed}
	}
	l.closed = true
	delete(listeners, l.addr.Port)
	closePort(l.addr.Port)
	rt.WakeIO(&l.version)
	return nil
}

func (l *TCPListener) Addr() Addr { return l.addr }

// SetDeadline ends a wait of Accept at t.
func (l *TCPListener) SetDeadline(t time.Time) error {
	l.by = t
	if !t.IsZero() {
		time.AfterFunc(time.Until(t), func() { rt.WakeIO(&l.version) })
	}
	return nil
}

// A Dialer connects with settings.
type Dialer struct {
	Timeout   time.Duration
	Deadline  time.Time
	LocalAddr Addr
	KeepAlive time.Duration
}

func (d *Dialer) Dial(network, address string) (Conn, error) {
	return d.DialContext(context.Background(), network, address)
}

// Dial connects to a listener of this program, or to a host of the simulated world.
func Dial(network, address string) (Conn, error) { return (&Dialer{}).Dial(network, address) }

// DialTimeout is Dial that gives up after timeout.
func DialTimeout(network, address string, timeout time.Duration) (Conn, error) {
	return (&Dialer{Timeout: timeout}).Dial(network, address)
}

// DialTCP is Dial with addresses.
func DialTCP(network string, laddr, raddr *TCPAddr) (*TCPConn, error) {
	c, err := Dial(network, raddr.String())
	if err != nil {
		return nil, err
	}
	return c.(*TCPConn), nil
}

func (d *Dialer) DialContext(ctx context.Context, network, address string) (Conn, error) {
	if !strings.HasPrefix(network, "tcp") {
		return nil, &OpError{Op: "dial", Net: network, Err: UnknownNetworkError(network)}
	}
	addr, err := ResolveTCPAddr(network, address)
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Err: err}
	}
	if d.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d.Timeout)
		defer cancel()
	}
	if addr.IP == nil {
		addr.IP = IP{127, 0, 0, 1}
	}
	host, _, _ := SplitHostPort(address)
	local := isLocal(host)
	if !local {
		select {
		case <-time.After(latency):
		case <-ctx.Done():
		}
	}
	switch err := ctx.Err(); err {
	case nil:
	case context.DeadlineExceeded:
		return nil, &OpError{"dial", network, nil, addr, errTimeout{}}
	default:
		return nil, &OpError{"dial", network, nil, addr, err}
	}
	rt.EnterKernel()
	there := listeners[addr.Port]
	if local && there == nil || !local && addr.Port != 22 && addr.Port != 80 && addr.Port != 443 {
		return nil, &OpError{"dial", network, nil, addr,
			&os.SyscallError{Syscall: "connect", Err: syscall.ECONNREFUSED}}
	}
	nextPort++
	c := &TCPConn{in: &stream{}, out: &stream{},
		local: &TCPAddr{IP: IP{127, 0, 0, 1}, Port: nextPort}, remote: addr}
	if !local {
		c.host = host
		return c, nil
	}
	there.waiting = append(there.waiting, &TCPConn{in: c.out, out: c.in, local: addr, remote: c.local})
	rt.WakeIO(&there.version)
	return c, nil
}
