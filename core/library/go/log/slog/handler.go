package slog

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
)

// A Handler does something with lines.
type Handler interface {
	Enabled(context.Context, Level) bool
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}

// HandlerOptions are options of the handlers of the package.
type HandlerOptions struct {
	AddSource   bool
	Level       Leveler
	ReplaceAttr func(groups []string, a Attr) Attr
}

// with is an Attr within groups.
type with struct {
	groups []string
	attr   Attr
}

// common is what the handlers share.
type common struct {
	mu     *sync.Mutex
	w      io.Writer
	opts   HandlerOptions
	groups []string
	with   []with
}

func newCommon(w io.Writer, opts *HandlerOptions) common {
	c := common{mu: new(sync.Mutex), w: w}
	if opts != nil {
		c.opts = *opts
	}
	return c
}

func (c common) Enabled(_ context.Context, l Level) bool {
	least := LevelInfo
	if c.opts.Level != nil {
		least = c.opts.Level.Level()
	}
	return l >= least
}

func (c common) add(as []Attr) common {
	c.with = append([]with(nil), c.with...)
	for _, a := range as {
		c.with = append(c.with, with{c.groups, a})
	}
	return c
}

func (c common) group(name string) common {
	if name != "" {
		c.groups = append(append([]string(nil), c.groups...), name)
	}
	return c
}

// all lists the built-in attributes and then the others, replaced as the options say.
func (c common) all(r Record) (out []with) {
	if !r.Time.IsZero() {
		out = append(out, with{nil, Attr{TimeKey, Value{r.Time.Round(0)}}})
	}
	out = append(out, with{nil, Attr{LevelKey, Value{r.Level}}}, with{nil, Attr{MessageKey, Value{r.Message}}})
	out = append(out, c.with...)
	for _, a := range r.attrs {
		out = append(out, with{c.groups, a})
	}
	for i := range out {
		out[i].attr.Value = out[i].attr.Value.Resolve()
	}
	if c.opts.ReplaceAttr != nil {
		for i := range out {
			out[i].attr = c.opts.ReplaceAttr(out[i].groups, out[i].attr)
		}
	}
	return out
}

func (c common) print(line string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := io.WriteString(c.w, line+"\n")
	return err
}

// A TextHandler prints key=value.
type TextHandler struct{ common }

func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCommon(w, opts)}
}

func (h *TextHandler) WithAttrs(as []Attr) Handler   { return &TextHandler{h.add(as)} }
func (h *TextHandler) WithGroup(name string) Handler { return &TextHandler{h.group(name)} }

func quoted(s string) string {
	plain := s != ""
	for _, r := range s {
		if r == '"' || r == '=' || unicode.IsSpace(r) || !unicode.IsPrint(r) {
			plain = false
		}
	}
	if plain {
		return s
	}
	return strconv.Quote(s)
}

func textOf(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case time.Time:
		return x.Format("2006-01-02T15:04:05.000Z07:00")
	}
	return fmt.Sprintf("%+v", v)
}

func appendText(line *[]string, prefix string, a Attr) {
	a.Value = a.Value.Resolve()
	if a.Key == "" && a.Value.v == nil {
		return
	}
	if group, ok := a.Value.v.([]Attr); ok {
		if a.Key != "" {
			prefix += a.Key + "."
		}
		for _, inner := range group {
			appendText(line, prefix, inner)
		}
		return
	}
	*line = append(*line, quoted(prefix+a.Key)+"="+quoted(textOf(a.Value.v)))
}

func (h *TextHandler) Handle(_ context.Context, r Record) error {
	var line []string
	for _, w := range h.all(r) {
		prefix := ""
		for _, g := range w.groups {
			prefix += g + "."
		}
		appendText(&line, prefix, w.attr)
	}
	return h.print(strings.Join(line, " "))
}

// A JSONHandler prints objects.
type JSONHandler struct{ common }

func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCommon(w, opts)}
}

func (h *JSONHandler) WithAttrs(as []Attr) Handler   { return &JSONHandler{h.add(as)} }
func (h *JSONHandler) WithGroup(name string) Handler { return &JSONHandler{h.group(name)} }

func appendJSON(b *strings.Builder, a Attr) {
	a.Value = a.Value.Resolve()
	if a.Key == "" && a.Value.v == nil {
		return
	}
	if s := b.String(); !strings.HasSuffix(s, "{") {
		b.WriteByte(',')
	}
	name, _ := json.Marshal(a.Key)
	b.Write(name)
	b.WriteByte(':')
	switch x := a.Value.v.(type) {
	case []Attr:
		b.WriteByte('{')
		for _, inner := range x {
			appendJSON(b, inner)
		}
		b.WriteByte('}')
		return
	case time.Duration:
		b.WriteString(strconv.FormatInt(int64(x), 10))
		return
	case Level:
		a.Value.v = x.String()
	case error:
		a.Value.v = x.Error()
	}
	text, err := json.Marshal(a.Value.v)
	if err != nil {
		text, _ = json.Marshal("!ERROR:" + err.Error())
	}
	b.Write(text)
}

func (h *JSONHandler) Handle(_ context.Context, r Record) error {
	var b strings.Builder
	b.WriteByte('{')
	var open []string
	for _, w := range h.all(r) {
		for len(open) < len(w.groups) {
			if !strings.HasSuffix(b.String(), "{") {
				b.WriteByte(',')
			}
			b.WriteString(strconv.Quote(w.groups[len(open)]) + ":{")
			open = append(open, w.groups[len(open)])
		}
		appendJSON(&b, w.attr)
	}
	b.WriteString(strings.Repeat("}", len(open)+1))
	return h.print(b.String())
}

// defaultHandler prints through package log.
type defaultHandler struct{ common }

func (h *defaultHandler) WithAttrs(as []Attr) Handler   { return &defaultHandler{h.add(as)} }
func (h *defaultHandler) WithGroup(name string) Handler { return &defaultHandler{h.group(name)} }

func (h *defaultHandler) Handle(_ context.Context, r Record) error {
	line := []string{r.Level.String(), r.Message}
	r2 := Record{attrs: r.attrs}
	for _, w := range h.all(r2)[2:] {
		prefix := ""
		for _, g := range w.groups {
			prefix += g + "."
		}
		appendText(&line, prefix, w.attr)
	}
	return log.Output(4, strings.Join(line, " "))
}
