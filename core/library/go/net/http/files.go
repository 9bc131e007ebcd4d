package http

import (
	"encoding/base64"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"
	"time"
)

// A File is an open file of a FileSystem.
type File interface {
	io.Closer
	io.Reader
	io.Seeker
	Readdir(count int) ([]fs.FileInfo, error)
	Stat() (fs.FileInfo, error)
}

// A FileSystem opens files by name.
type FileSystem interface {
	Open(name string) (File, error)
}

// A Dir is the FileSystem below a directory.
type Dir string

func (d Dir) Open(name string) (File, error) {
	dir := string(d)
	if dir == "" {
		dir = "."
	}
	f, err := os.Open(path.Join(dir, path.Clean("/"+name)))
	if err != nil {
		return nil, err
	}
	return f, nil
}

type fileHandler struct{ root FileSystem }

// FileServer serves the files of root.
func FileServer(root FileSystem) Handler { return &fileHandler{root} }

func (h *fileHandler) ServeHTTP(w ResponseWriter, r *Request) {
	if !strings.HasPrefix(r.URL.Path, "/") {
		r.URL.Path = "/" + r.URL.Path
	}
	name := r.URL.Path
	if strings.HasSuffix(name, "/index.html") {
		Redirect(w, r, "./", StatusMovedPermanently)
		return
	}
	serveFile(w, r, h.root, path.Clean("/"+name), true)
}

// ServeFile answers with the file of a name.
func ServeFile(w ResponseWriter, r *Request, name string) {
	dir, file := path.Split(name)
	serveFile(w, r, Dir(dir), file, false)
}

func serveFile(w ResponseWriter, r *Request, root FileSystem, name string, redirect bool) {
	f, err := root.Open(name)
	if err != nil {
		Error(w, "404 page not found", StatusNotFound)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		Error(w, "500 Internal Server Error", StatusInternalServerError)
		return
	}
	if !info.IsDir() {
		ServeContent(w, r, name, info.ModTime(), f)
		return
	}
	if redirect && !strings.HasSuffix(r.URL.Path, "/") {
		Redirect(w, r, path.Base(r.URL.Path)+"/", StatusMovedPermanently)
		return
	}
	if index, err := root.Open(path.Join(name, "index.html")); err == nil {
		defer index.Close()
		ServeContent(w, r, "index.html", info.ModTime(), index)
		return
	}
	entries, _ := f.Readdir(-1)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	io.WriteString(w, "<!doctype html>\n<meta name=\"viewport\" content=\"width=device-width\">\n<pre>\n")
	for _, e := range entries {
		text := e.Name()
		if e.IsDir() {
			text += "/"
		}
		link := url.URL{Path: text}
		io.WriteString(w, "<a href=\""+link.String()+"\">"+text+"</a>\n")
	}
	io.WriteString(w, "</pre>\n")
}

var types = map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8", ".json": "application/json", ".txt": "text/plain; charset=utf-8",
	".png": "image/png", ".svg": "image/svg+xml"}

// ServeContent answers with what content holds.
func ServeContent(w ResponseWriter, req *Request, name string, modtime time.Time, content io.ReadSeeker) {
	data, err := io.ReadAll(content)
	if err != nil {
		Error(w, err.Error(), StatusInternalServerError)
		return
	}
	kind := types[path.Ext(name)]
	if kind == "" {
		kind = DetectContentType(data)
	}
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", kind)
	}
	w.Header().Set("Last-Modified", modtime.UTC().Format(TimeFormat))
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.Write(data)
}

// BasicAuth is what SetBasicAuth has set.
func (r *Request) BasicAuth() (username, password string, ok bool) {
	scheme, code, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Basic") {
		return "", "", false
	}
	text, err := base64.StdEncoding.DecodeString(code)
	if err != nil {
		return "", "", false
	}
	return strings.Cut(string(text), ":")
}

// SetBasicAuth puts a name and a password into the header.
func (r *Request) SetBasicAuth(username, password string) {
	code := base64.StdEncoding.EncodeToString([]byte(username + ":" + password))
	r.Header.Set("Authorization", "Basic "+code)
}
