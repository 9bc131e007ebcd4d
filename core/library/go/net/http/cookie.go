package http

import (
	"strconv"
	"strings"
	"time"
)

// SameSite says when a browser sends a cookie.
type SameSite int

const (
	SameSiteDefaultMode SameSite = iota + 1
	SameSiteLaxMode
	SameSiteStrictMode
	SameSiteNoneMode
)

// A Cookie is a value that the client keeps for the server.
type Cookie struct {
	Name     string
	Value    string
	Path     string
	Domain   string
	Expires  time.Time
	MaxAge   int
	Secure   bool
	HttpOnly bool
	SameSite SameSite
}

func (c *Cookie) String() string {
	if c == nil || c.Name == "" {
		return ""
	}
	s := c.Name + "=" + c.Value
	if c.Path != "" {
		s += "; Path=" + c.Path
	}
	if c.Domain != "" {
		s += "; Domain=" + c.Domain
	}
	if !c.Expires.IsZero() {
		s += "; Expires=" + c.Expires.UTC().Format(TimeFormat)
	}
	if c.MaxAge > 0 {
		s += "; Max-Age=" + strconv.Itoa(c.MaxAge)
	} else if c.MaxAge < 0 {
		s += "; Max-Age=0"
	}
	if c.HttpOnly {
		s += "; HttpOnly"
	}
	if c.Secure {
		s += "; Secure"
	}
	return s + [...]string{"", "", "; SameSite=Lax", "; SameSite=Strict", "; SameSite=None"}[c.SameSite]
}

// SetCookie gives the client a cookie.
func SetCookie(w ResponseWriter, cookie *Cookie) {
	if v := cookie.String(); v != "" {
		w.Header().Add("Set-Cookie", v)
	}
}

func (r *Request) AddCookie(c *Cookie) {
	s := c.Name + "=" + c.Value
	if old := r.Header.Get("Cookie"); old != "" {
		s = old + "; " + s
	}
	r.Header.Set("Cookie", s)
}

func (r *Request) Cookies() []*Cookie {
	var out []*Cookie
	for part := range strings.SplitSeq(r.Header.Get("Cookie"), ";") {
		if name, value, ok := strings.Cut(strings.TrimSpace(part), "="); ok {
			out = append(out, &Cookie{Name: name, Value: value})
		}
	}
	return out
}

func (r *Request) Cookie(name string) (*Cookie, error) {
	for _, c := range r.Cookies() {
		if c.Name == name {
			return c, nil
		}
	}
	return nil, ErrNoCookie
}

// Cookies are the cookies that the server sets.
func (r *Response) Cookies() []*Cookie {
	var out []*Cookie
	for _, line := range r.Header["Set-Cookie"] {
		parts := strings.Split(line, ";")
		name, value, ok := strings.Cut(parts[0], "=")
		if !ok {
			continue
		}
		c := &Cookie{Name: name, Value: value}
		for _, part := range parts[1:] {
			key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
			switch strings.ToLower(key) {
			case "path":
				c.Path = value
			case "domain":
				c.Domain = value
			case "max-age":
				c.MaxAge, _ = strconv.Atoi(value)
			case "httponly":
				c.HttpOnly = true
			case "secure":
				c.Secure = true
			}
		}
		out = append(out, c)
	}
	return out
}
