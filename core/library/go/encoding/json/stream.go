package json

import (
	"io"
	"strings"
)

// A Decoder reads values from a stream.
type Decoder struct {
	r     io.Reader
	buf   []byte
	err   error
	flags int
	// open holds the brackets that Token has entered; wait tells what must come before the next value.
	open []byte
	wait byte
	read int64
}

// NewDecoder returns a Decoder on r.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

func (d *Decoder) DisallowUnknownFields() { d.flags |= flagKnown }
func (d *Decoder) UseNumber()             { d.flags |= flagNumber }

// InputOffset is how far the stream has been read.
func (d *Decoder) InputOffset() int64 { return d.read }

// Buffered is what has been read of the stream and not been used.
func (d *Decoder) Buffered() io.Reader { return strings.NewReader(string(d.buf)) }

func (d *Decoder) fill() {
	b := make([]byte, 512)
	n, err := d.r.Read(b)
	d.buf = append(d.buf, b[:n]...)
	d.err = err
}

// next waits for the next value of the stream.
func (d *Decoder) next() (string, error) {
	for {
		at, wrong := end(string(d.buf))
		if wrong != "" {
			return "", &SyntaxError{wrong, at}
		}
		if at >= 0 && (d.err != nil || int(at) < len(d.buf)) {
			text := string(d.buf[:at])
			d.drop(int(at))
			return text, nil
		}
		if d.err != nil {
			if strings.TrimSpace(string(d.buf)) == "" {
				return "", d.err
			}
			if at >= 0 {
				continue
			}
			if d.err == io.EOF {
				return "", io.ErrUnexpectedEOF
			}
			return "", d.err
		}
		d.fill()
	}
}

// Decode reads the next value into *v.
func (d *Decoder) Decode(v any) error {
	if err := d.separator(); err != nil {
		return err
	}
	text, err := d.next()
	if err != nil {
		return err
	}
	d.valueEnds()
	return unmarshal(text, v, d.flags)
}

func (d *Decoder) drop(n int) {
	d.buf = d.buf[n:]
	d.read += int64(n)
}

// peek skips spaces and returns the next byte of the stream.
func (d *Decoder) peek() (byte, error) {
	for {
		rest := strings.TrimLeft(string(d.buf), " \t\r\n")
		d.drop(len(d.buf) - len(rest))
		if rest != "" {
			return rest[0], nil
		}
		if d.err != nil {
			return 0, d.err
		}
		d.fill()
	}
}

// valueEnds notes that a value is complete.
func (d *Decoder) valueEnds() {
	if len(d.open) > 0 {
		d.wait = ','
	}
}

// separator takes the comma or colon in front of the next value.
func (d *Decoder) separator() error {
	if d.wait == 0 {
		return nil
	}
	c, err := d.peek()
	if err != nil {
		return err
	}
	if c != d.wait {
		if d.wait == ':' {
			return &SyntaxError{"expected colon after object key", d.read}
		}
		return &SyntaxError{"expected comma after array element", d.read}
	}
	d.drop(1)
	d.wait = 0
	return nil
}

// More tells whether there is another value in the array or object, or in the stream.
func (d *Decoder) More() bool {
	c, err := d.peek()
	return err == nil && c != ']' && c != '}'
}

// A Token is a Delim, a bool, a float64, a Number, a string or nil.
type Token any

// A Delim is a bracket.
type Delim rune

func (d Delim) String() string { return string(d) }

// Token returns the next bracket, key or simple value.
func (d *Decoder) Token() (Token, error) {
	c, err := d.peek()
	if err != nil {
		if err == io.EOF && len(d.open) > 0 {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	if n := len(d.open); (c == ']' || c == '}') && n > 0 && d.open[n-1] == c-2 {
		d.drop(1)
		d.open, d.wait = d.open[:n-1], 0
		d.valueEnds()
		return Delim(c), nil
	}
	afterColon := d.wait == ':'
	if err := d.separator(); err != nil {
		return nil, err
	}
	if c, err = d.peek(); err != nil {
		return nil, err
	}
	if c == '[' || c == '{' {
		d.drop(1)
		d.open = append(d.open, c)
		return Delim(c), nil
	}
	key := !afterColon && len(d.open) > 0 && d.open[len(d.open)-1] == '{'
	text, err := d.next()
	if err != nil {
		return nil, err
	}
	var v any
	err = unmarshal(text, &v, d.flags)
	d.valueEnds()
	if key {
		d.wait = ':'
	}
	return v, err
}
