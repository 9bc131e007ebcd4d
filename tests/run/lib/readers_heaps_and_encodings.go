package main

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"container/ring"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"math"
	"math/bits"
	"os"
	"path"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

type PQ []*it
type it struct {
	v    string
	p, i int
}

func (q PQ) Len() int           { return len(q) }
func (q PQ) Less(a, b int) bool { return q[a].p > q[b].p }
func (q PQ) Swap(a, b int)      { q[a], q[b] = q[b], q[a]; q[a].i, q[b].i = a, b }
func (q *PQ) Push(x any)        { n := x.(*it); n.i = len(*q); *q = append(*q, n) }
func (q *PQ) Pop() any          { o := *q; n := len(o); x := o[n-1]; *q = o[:n-1]; return x }
func primes() iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := 2; ; n++ {
			if big(n) && !yield(n) {
				return
			}
		}
	}
}
func big(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return n, err
}
func main() {
	q := PQ{}
	for i, v := range []string{"a", "b", "c"} {
		heap.Push(&q, &it{v: v, p: i * 3 % 4})
	}
	q[0].p = -1
	heap.Fix(&q, 0)
	for q.Len() > 0 {
		x := heap.Pop(&q).(*it)
		fmt.Print(x.v, x.p, " ")
	}
	fmt.Println()
	r := ring.New(4)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println()
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(tw, "a\tbbb\tc")
	fmt.Fprintln(tw, "aaaa\tb\tccccc")
	tw.Flush()
	tw = tabwriter.NewWriter(os.Stdout, 5, 0, 1, ' ', 0)
	fmt.Fprintf(tw, "x\ty\n%d\t%s\n", 100000, "q")
	tw.Flush()
	next, stop := iter.Pull(primes())
	for range 5 {
		v, ok := next()
		fmt.Print(v, ok, " ")
	}
	stop()
	fmt.Println(next())
	for i, v := range slices.Backward([]string{"x", "y"}) {
		fmt.Print(i, v)
	}
	fmt.Println(slices.Collect(maps.Values(map[int]int{1: 2})), slices.SortedFunc(maps.Keys(map[string]int{"b": 1, "a": 2}), func(a, b string) int { return cmp.Compare(b, a) }))
	io.Copy(os.Stdout, rot13{strings.NewReader("Uryyb, Jbeyq!\n")})
	var buf bytes.Buffer
	mw := io.MultiWriter(&buf, io.Discard)
	tr := io.TeeReader(io.LimitReader(strings.NewReader("abcdefgh"), 5), mw)
	b, _ := io.ReadAll(tr)
	fmt.Println(string(b), buf.String())
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	b, _ = io.ReadAll(sr)
	fmt.Println(string(b))
	mr := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	b, _ = io.ReadAll(mr)
	fmt.Println(string(b))
	_, err := io.ReadFull(strings.NewReader("ab"), make([]byte, 3))
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	pr, pw := io.Pipe()
	go func() { fmt.Fprint(pw, "piped"); pw.CloseWithError(errors.New("custom")) }()
	b, err = io.ReadAll(pr)
	fmt.Println(string(b), err)
	bs := make([]byte, 8)
	binary.LittleEndian.PutUint32(bs, 0xdeadbeef)
	binary.BigEndian.PutUint16(bs[4:], 0x1234)
	fmt.Println(bs, binary.LittleEndian.Uint64(bs), binary.PutUvarint(bs, 300))
	cr := csv.NewReader(strings.NewReader("a,\"b \"\"q\"\"\",c\n1,2\n"))
	cr.FieldsPerRecord = -1
	recs, err := cr.ReadAll()
	fmt.Printf("%q %v\n", recs, err)
	cw := csv.NewWriter(os.Stdout)
	cw.Write([]string{"x y", "a,b", "q\"q"})
	cw.Flush()
	fmt.Println(hex.EncodeToString([]byte("hi")), bits.OnesCount(255), bits.Len(8), bits.TrailingZeros(8), bits.Reverse8(1), bits.RotateLeft8(1, 3))
	fmt.Print(hex.Dump([]byte("hello world 12345")))
	fmt.Println(math.Sqrt(2), math.Inf(1), math.NaN(), math.MaxInt64, math.Pi, math.Floor(-1.5), math.Round(2.5), math.Trunc(-2.7), math.Mod(7, 3), math.Hypot(3, 4), math.Cbrt(27), math.Log2(8), math.MaxUint32, math.SmallestNonzeroFloat64, -0.0, math.Copysign(0, -1), math.IsNaN(math.NaN()))
	fmt.Println(path.Join("a", "../b"), utf8.RuneLen('世'))
	w := bufio.NewWriterSize(os.Stdout, 16)
	fmt.Fprint(w, "buffered ")
	fmt.Fprintln(w, w.Buffered(), w.Available())
	w.Flush()
	rd := bufio.NewReader(strings.NewReader("line1\nline2"))
	l, _, _ := rd.ReadLine()
	c, _ := rd.ReadByte()
	rd.UnreadByte()
	p, _ := rd.Peek(3)
	fmt.Println(string(l), c, string(p))
	s, err := rd.ReadString('\n')
	fmt.Println(s, err)
	var e *os.PathError
	_, err = os.Open("/definitely/missing")
	fmt.Println(errors.As(err, &e))
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Contains([]byte("abc"), []byte("b")), bytes.ToUpper([]byte("x")), bytes.Split([]byte("a,b"), []byte(",")), bytes.TrimSpace([]byte(" x ")), bytes.Fields([]byte(" a b ")))
}
