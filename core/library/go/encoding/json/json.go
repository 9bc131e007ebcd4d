// Package json writes values as JSON and reads them. The walk over values is native; methods are called
// from here.
package json

import (
	"errors"
	"io"
	"strconv"
	"strings"
)

// A Marshaler writes itself.
type Marshaler interface{ MarshalJSON() ([]byte, error) }

// An Unmarshaler reads itself.
type Unmarshaler interface{ UnmarshalJSON([]byte) error }

type textMarshaler interface {
	MarshalText() (text []byte, err error)
}
type textUnmarshaler interface{ UnmarshalText(text []byte) error }

// A SyntaxError is where a text stops being JSON.
type SyntaxError struct {
	msg    string
	Offset int64
}

func (e *SyntaxError) Error() string { return e.msg }

// An UnmarshalTypeError is a value that does not fit its target.
type UnmarshalTypeError struct {
	Value  string
	Type   typeName
	Offset int64
	Struct string
	Field  string
}

type typeName string

func (t typeName) String() string { return string(t) }

func (e *UnmarshalTypeError) Error() string {
	if e.Struct != "" || e.Field != "" {
		return "json: cannot unmarshal " + e.Value + " into Go struct field " + e.Struct + "." + e.Field +
			" of type " + string(e.Type)
	}
	return "json: cannot unmarshal " + e.Value + " into Go value of type " + string(e.Type)
}

// An InvalidUnmarshalError is a target that is no pointer.
type InvalidUnmarshalError struct{ text string }

func (e *InvalidUnmarshalError) Error() string { return e.text }

// An UnsupportedTypeError is a value of a type that JSON does not know.
type UnsupportedTypeError struct{ text string }

func (e *UnsupportedTypeError) Error() string { return e.text }

// A MarshalerError is a method that failed.
type MarshalerError struct {
	text string
	Err  error
}

func (e *MarshalerError) Error() string { return e.text + e.Err.Error() }
func (e *MarshalerError) Unwrap() error { return e.Err }

// RawMessage is JSON that is left as it is.
type RawMessage []byte

func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

func (m *RawMessage) UnmarshalJSON(data []byte) error {
	*m = append((*m)[:0], data...)
	return nil
}

// A Number is a number as it was written.
type Number string

func (n Number) String() string            { return string(n) }
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }
func (n Number) Int64() (int64, error)     { return strconv.ParseInt(string(n), 10, 64) }

// A request is a value with a method: for encoding the answer is text, for decoding text is the question.
type request struct {
	value any
	text  string
	// into and box are for a value of a map that reads itself: the map, and where the value lies until then.
	into any
	box  *int
}

// encode writes v, or says how many answers are missing; pending lists the values that must give them.
func encode(v any, said []request, html bool) (text string, missing int, wrong string)
func pending(v any, said []request, known int)

// decode stores data in *v; later is how many values read themselves, of which out takes as many as fit.
func decode(data string, v any, out []request, flags int) (offset int64, later int,
	wrong, value, typ, strct, field, unknown string)

// settle moves a value that has read itself into its map.
func settle(r *request)

const (
	flagNumber = 1 << iota
	flagKnown
)

// indent writes JSON with line breaks, or without any when both are empty and compact is true.
func indent(data, prefix, indent string, compact bool) (text string, offset int64, wrong string)

// end is where the first value of data ends: -1 if it is not complete.
func end(data string) (at int64, wrong string)

// used makes sure that the program knows the types which decoding into an any makes.
var used = []any{map[string]any(nil), []any(nil), float64(0), "", false, Number("")}

func (r *request) answer(html bool) error {
	switch m := r.value.(type) {
	case Marshaler:
		b, err := m.MarshalJSON()
		if err == nil {
			text, _, wrong := indent(string(b), "", "", true)
			if wrong == "" {
				r.text = text
				return nil
			}
			err = &SyntaxError{wrong, 0}
		}
		return &MarshalerError{"json: error calling MarshalJSON for type " + nameOf(r.value) + ": ", err}
	case textMarshaler:
		b, err := m.MarshalText()
		if err != nil {
			return &MarshalerError{"json: error calling MarshalText for type " + nameOf(r.value) + ": ", err}
		}
		r.text, _, _ = encode(string(b), nil, html)
	}
	return nil
}

func nameOf(v any) string

func marshal(v any, html bool) (string, error) {
	text, missing, wrong := encode(v, nil, html)
	var said []request
	for missing > 0 && wrong == "" {
		known := len(said)
		said = append(said, make([]request, missing)...)
		pending(v, said, known)
		for i := known; i < len(said); i++ {
			if err := said[i].answer(html); err != nil {
				return "", err
			}
		}
		text, missing, wrong = encode(v, said, html)
	}
	if wrong != "" {
		return "", &UnsupportedTypeError{wrong}
	}
	return text, nil
}

// Marshal returns v as JSON.
func Marshal(v any) ([]byte, error) {
	text, err := marshal(v, true)
	if err != nil {
		return nil, err
	}
	return []byte(text), nil
}

// MarshalIndent is Marshal with line breaks.
func MarshalIndent(v any, prefix, ind string) ([]byte, error) {
	text, err := marshal(v, true)
	if err != nil {
		return nil, err
	}
	text, _, _ = indent(text, prefix, ind, false)
	return []byte(text), nil
}

// ask lets a value read itself.
func (r *request) ask() error {
	if r.into != nil {
		settle(r)
		return nil
	}
	switch u := r.value.(type) {
	case Unmarshaler:
		return u.UnmarshalJSON([]byte(r.text))
	case textUnmarshaler:
		var s string
		if err := Unmarshal([]byte(r.text), &s); err != nil {
			return err
		}
		return u.UnmarshalText([]byte(s))
	}
	return nil
}

// Unmarshal reads JSON into *v.
func Unmarshal(data []byte, v any) error { return unmarshal(string(data), v, 0) }

func unmarshal(text string, v any, flags int) error {
	offset, later, wrong, value, typ, strct, field, unknown := decode(text, v, nil, flags)
	if later > 0 {
		out := make([]request, later)
		offset, _, wrong, value, typ, strct, field, unknown = decode(text, v, out, flags)
		for _, r := range out {
			if err := r.ask(); err != nil {
				return err
			}
		}
	}
	switch {
	case value != "":
		return &UnmarshalTypeError{value, typeName(typ), offset, strct, field}
	case strings.HasPrefix(wrong, "json: Unmarshal("):
		return &InvalidUnmarshalError{wrong}
	case wrong != "":
		return &SyntaxError{wrong, offset}
	case unknown != "":
		return errors.New("json: unknown field " + strconv.Quote(unknown))
	}
	return nil
}

// Valid tells whether data is JSON.
func Valid(data []byte) bool {
	_, _, wrong := indent(string(data), "", "", true)
	return wrong == ""
}

// A Buffer is what Indent and Compact write to.
type buffer interface {
	io.Writer
	WriteString(s string) (int, error)
}

// Indent writes src with line breaks.
func Indent(dst buffer, src []byte, prefix, ind string) error {
	text, offset, wrong := indent(string(src), prefix, ind, false)
	if wrong != "" {
		return &SyntaxError{wrong, offset}
	}
	dst.WriteString(text)
	return nil
}

// Compact writes src without spaces.
func Compact(dst buffer, src []byte) error {
	text, offset, wrong := indent(string(src), "", "", true)
	if wrong != "" {
		return &SyntaxError{wrong, offset}
	}
	dst.WriteString(text)
	return nil
}

// An Encoder writes values to a stream.
type Encoder struct {
	w              io.Writer
	prefix, indent string
	html           bool
}

// NewEncoder returns an Encoder on w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w, html: true} }

func (e *Encoder) SetIndent(prefix, indent string) { e.prefix, e.indent = prefix, indent }
func (e *Encoder) SetEscapeHTML(on bool)           { e.html = on }

func (e *Encoder) Encode(v any) error {
	text, err := marshal(v, e.html)
	if err != nil {
		return err
	}
	if e.prefix != "" || e.indent != "" {
		text, _, _ = indent(text, e.prefix, e.indent, false)
	}
	_, err = io.WriteString(e.w, text+"\n")
	return err
}
