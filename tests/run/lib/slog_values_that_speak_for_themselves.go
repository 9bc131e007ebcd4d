// A LogValuer decides what is logged for it, also inside groups; kinds of values; the handler that drops all.
package main

import (
	"fmt"
	"log/slog"
	"os"
	"time"
)

type Password string

func (Password) LogValue() slog.Value { return slog.StringValue("***") }

type User struct {
	Name string
	Pass Password
}

func (u User) LogValue() slog.Value {
	return slog.GroupValue(slog.String("name", u.Name), slog.Any("pass", u.Pass))
}

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

func main() {
	opts := &slog.HandlerOptions{ReplaceAttr: noTime}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts)} {
		l := slog.New(h)
		l.Info("login", "password", Password("secret"), "user", User{"bob", "secret"})
		l.With("p", Password("x")).WithGroup("g").Info("again", slog.Group("in", "p", Password("y")))
	}
	slog.New(slog.DiscardHandler).Error("nowhere")
	for _, v := range []any{1, "s", true, 1.5, time.Second, Password("p"), fmt.Errorf("e"), uint8(3)} {
		fmt.Print(slog.AnyValue(v).Kind(), " ")
	}
	fmt.Println(slog.IntValue(3).Equal(slog.IntValue(3)), slog.Int("a", 1).Equal(slog.Int("a", 2)))
}
