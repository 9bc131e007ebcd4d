package slog

import (
	"context"
	"fmt"
	"time"
)

// A Kind says what a Value holds.
type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kindNames = [...]string{
	"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer",
}

func (k Kind) String() string {
	if k >= 0 && int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "<unknown slog.Kind>"
}

// A LogValuer says itself what to log for it.
type LogValuer interface{ LogValue() Value }

// Kind says what v holds.
func (v Value) Kind() Kind {
	switch v.v.(type) {
	case bool:
		return KindBool
	case time.Duration:
		return KindDuration
	case float64, float32:
		return KindFloat64
	case int, int8, int16, int32, int64:
		return KindInt64
	case string:
		return KindString
	case time.Time:
		return KindTime
	case uint, uint8, uint16, uint32, uint64:
		return KindUint64
	case []Attr:
		return KindGroup
	case LogValuer:
		return KindLogValuer
	}
	return KindAny
}

// most is how often values may stand for values.
const most = 100

// Resolve asks v what to log as long as it is a LogValuer.
func (v Value) Resolve() (out Value) {
	original := v
	defer func() {
		if r := recover(); r != nil {
			out = AnyValue(fmt.Errorf("LogValue panicked\n%v", r))
		}
	}()
	for range most {
		valuer, ok := v.v.(LogValuer)
		if !ok {
			return v
		}
		v = valuer.LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on %T", original.v))
}

func BoolValue(v bool) Value       { return Value{v} }
func Float64Value(v float64) Value { return Value{v} }
func Int64Value(v int64) Value     { return Value{v} }
func Uint64Value(v uint64) Value   { return Value{v} }
func TimeValue(v time.Time) Value  { return Value{v.Round(0)} }

func (v Value) Bool() bool              { return v.v.(bool) }
func (v Value) Duration() time.Duration { return v.v.(time.Duration) }
func (v Value) Float64() float64        { return v.v.(float64) }
func (v Value) Group() []Attr           { return v.v.([]Attr) }
func (v Value) LogValuer() LogValuer    { return v.v.(LogValuer) }
func (v Value) Time() time.Time         { return v.v.(time.Time) }

func (v Value) Int64() int64 {
	if n, ok := v.v.(int); ok {
		return int64(n)
	}
	return v.v.(int64)
}

func (v Value) Uint64() uint64 {
	if n, ok := v.v.(uint); ok {
		return uint64(n)
	}
	return v.v.(uint64)
}

// Equal compares two values.
func (v Value) Equal(w Value) bool {
	a, isGroup := v.v.([]Attr)
	b, both := w.v.([]Attr)
	if !isGroup || !both {
		return isGroup == both && v.v == w.v
	}
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].Equal(b[i]) {
			return false
		}
	}
	return true
}

// Equal compares two attributes.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

// DiscardHandler drops everything.
var DiscardHandler Handler = discardHandler{}

type discardHandler struct{}

func (discardHandler) Enabled(context.Context, Level) bool  { return false }
func (discardHandler) Handle(context.Context, Record) error { return nil }
func (d discardHandler) WithAttrs([]Attr) Handler           { return d }
func (d discardHandler) WithGroup(string) Handler           { return d }
