// Package slog prints lines of keys and values.
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

const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// A Level is how important a line is.
type Level int

const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

func (l Level) String() string {
	name, base := "ERROR", LevelError
	switch {
	case l < LevelInfo:
		name, base = "DEBUG", LevelDebug
	case l < LevelWarn:
		name, base = "INFO", LevelInfo
	case l < LevelError:
		name, base = "WARN", LevelWarn
	}
	if l == base {
		return name
	}
	return fmt.Sprintf("%s%+d", name, int(l-base))
}

func (l Level) Level() Level { return l }

// A Leveler has a level.
type Leveler interface{ Level() Level }

// A LevelVar is a level that can be changed.
type LevelVar struct {
	mu sync.Mutex
	l  Level
}

func (v *LevelVar) Level() Level {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.l
}

func (v *LevelVar) Set(l Level) {
	v.mu.Lock()
	v.l = l
	v.mu.Unlock()
}

// A Value is the value of an Attr.
type Value struct{ v any }

func AnyValue(v any) Value                { return Value{v} }
func StringValue(v string) Value          { return Value{v} }
func IntValue(v int) Value                { return Value{v} }
func DurationValue(v time.Duration) Value { return Value{v} }
func GroupValue(as ...Attr) Value         { return Value{as} }
func (v Value) Any() any                  { return v.v }
func (v Value) String() string            { return fmt.Sprint(v.v) }

// An Attr is a key and a value.
type Attr struct {
	Key   string
	Value Value
}

func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func Any(key string, value any) Attr                { return Attr{key, Value{value}} }
func String(key, value string) Attr                 { return Attr{key, Value{value}} }
func Int(key string, value int) Attr                { return Attr{key, Value{value}} }
func Int64(key string, value int64) Attr            { return Attr{key, Value{value}} }
func Uint64(key string, value uint64) Attr          { return Attr{key, Value{value}} }
func Float64(key string, value float64) Attr        { return Attr{key, Value{value}} }
func Bool(key string, value bool) Attr              { return Attr{key, Value{value}} }
func Duration(key string, value time.Duration) Attr { return Attr{key, Value{value}} }
func Time(key string, value time.Time) Attr         { return Attr{key, Value{value.Round(0)}} }

func Group(key string, args ...any) Attr { return Attr{key, Value{attrs(args)}} }

// attrs pairs keys with values.
func attrs(args []any) (out []Attr) {
	for len(args) > 0 {
		switch x := args[0].(type) {
		case Attr:
			out, args = append(out, x), args[1:]
		case string:
			if len(args) == 1 {
				return append(out, Attr{"!BADKEY", Value{x}})
			}
			out, args = append(out, Attr{x, Value{args[1]}}), args[2:]
		default:
			out, args = append(out, Attr{"!BADKEY", Value{x}}), args[1:]
		}
	}
	return out
}

// A Record is one line.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	attrs   []Attr
}

func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level}
}

func (r Record) NumAttrs() int        { return len(r.attrs) }
func (r *Record) Add(args ...any)     { r.attrs = append(r.attrs, attrs(args)...) }
func (r *Record) AddAttrs(as ...Attr) { r.attrs = append(r.attrs, as...) }

func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

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

// A Logger makes lines.
type Logger struct{ h Handler }

// New returns a Logger.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

var std = New(&defaultHandler{newCommon(nil, nil)})

func Default() *Logger { return std }

// SetDefault makes l the Logger of the functions of the package, and of package log.
func SetDefault(l *Logger) {
	std = l
	if _, ok := l.h.(*defaultHandler); !ok {
		log.SetFlags(0)
		log.SetOutput(writer{l.h})
	}
}

type writer struct{ h Handler }

func (w writer) Write(b []byte) (int, error) {
	r := Record{Time: time.Now(), Message: strings.TrimSuffix(string(b), "\n")}
	return len(b), w.h.Handle(context.Background(), r)
}

func (l *Logger) Handler() Handler { return l.h }

func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.h.WithAttrs(attrs(args))}
}

func (l *Logger) WithGroup(name string) *Logger { return &Logger{l.h.WithGroup(name)} }

func (l *Logger) Enabled(ctx context.Context, level Level) bool { return l.h.Enabled(ctx, level) }

func (l *Logger) log(ctx context.Context, level Level, msg string, as []Attr) {
	if l.h.Enabled(ctx, level) {
		l.h.Handle(ctx, Record{time.Now(), msg, level, as})
	}
}

func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, attrs(args))
}
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, as ...Attr) {
	l.log(ctx, level, msg, as)
}

var bg = context.Background()

func (l *Logger) Debug(msg string, args ...any) { l.log(bg, LevelDebug, msg, attrs(args)) }
func (l *Logger) Info(msg string, args ...any)  { l.log(bg, LevelInfo, msg, attrs(args)) }
func (l *Logger) Warn(msg string, args ...any)  { l.log(bg, LevelWarn, msg, attrs(args)) }
func (l *Logger) Error(msg string, args ...any) { l.log(bg, LevelError, msg, attrs(args)) }

func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, attrs(args))
}
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, attrs(args))
}

func Debug(msg string, args ...any) { std.log(bg, LevelDebug, msg, attrs(args)) }
func Info(msg string, args ...any)  { std.log(bg, LevelInfo, msg, attrs(args)) }
func Warn(msg string, args ...any)  { std.log(bg, LevelWarn, msg, attrs(args)) }
func Error(msg string, args ...any) { std.log(bg, LevelError, msg, attrs(args)) }
func With(args ...any) *Logger      { return std.With(args...) }

func InfoContext(ctx context.Context, msg string, args ...any) {
	std.log(ctx, LevelInfo, msg, attrs(args))
}
func ErrorContext(ctx context.Context, msg string, args ...any) {
	std.log(ctx, LevelError, msg, attrs(args))
}
func Log(ctx context.Context, level Level, msg string, args ...any) {
	std.log(ctx, level, msg, attrs(args))
}
