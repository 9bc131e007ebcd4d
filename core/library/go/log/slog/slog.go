// Package slog prints lines of keys and values.
package slog

import (
	"context"
	"fmt"
	"log"
	"strings"
	"sync"
	"time"
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

func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, attrs(args))
}
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, attrs(args))
}

func DebugContext(ctx context.Context, msg string, args ...any) {
	std.log(ctx, LevelDebug, msg, attrs(args))
}
func WarnContext(ctx context.Context, msg string, args ...any) {
	std.log(ctx, LevelWarn, msg, attrs(args))
}
func LogAttrs(ctx context.Context, level Level, msg string, as ...Attr) { std.log(ctx, level, msg, as) }

// SetLogLoggerLevel sets the level of the default handler.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	d, ok := std.h.(*defaultHandler)
	if !ok {
		return LevelInfo
	}
	if d.opts.Level != nil {
		oldLevel = d.opts.Level.Level()
	}
	d.opts.Level = level
	return oldLevel
}
