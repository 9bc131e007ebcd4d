package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

type Temp float64

func (t *Temp) UnmarshalJSON(b []byte) error {
	var m map[string]float64
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	*t = Temp(m["c"])
	return nil
}

type S struct {
	T Temp
	N int
}

func main() {
	var m map[string]Temp
	fmt.Println(json.Unmarshal([]byte(`{"a":{"c":1.5},"b":{"c":2}}`), &m), m)
	var m2 map[string]S
	fmt.Println(json.Unmarshal([]byte(`{"a":{"T":{"c":1.5},"N":3}}`), &m2), m2)
	var m3 map[int][]Temp
	fmt.Println(json.Unmarshal([]byte(`{"1":[{"c":1.5}]}`), &m3), m3)
	var m4 map[string]time.Time
	fmt.Println(json.Unmarshal([]byte(`{"x":"2024-01-02T03:04:05Z"}`), &m4), m4)
	dec := json.NewDecoder(strings.NewReader(`[{"Name":"Ed","Text":"Knock"},{"Name":"Sam","Text":"Who"}] {"x":{"y":[]}} `))
	t, err := dec.Token()
	fmt.Printf("%T: %v %v\n", t, t, err)
	for dec.More() {
		var v struct{ Name, Text string }
		if err := dec.Decode(&v); err != nil {
			fmt.Println(err)
		}
		fmt.Printf("%v: %v\n", v.Name, v.Text)
	}
	t, err = dec.Token()
	fmt.Printf("%T: %v %v\n", t, t, err)
	for {
		t, err := dec.Token()
		fmt.Printf("%T: %v %v %v\n", t, t, err, dec.More())
		if err != nil {
			break
		}
	}
	d := json.NewDecoder(strings.NewReader(`{"a":12345678901234567890,"b":{"c":1.0}}`))
	d.UseNumber()
	var a any
	fmt.Println(d.Decode(&a), a)
	n := a.(map[string]any)["a"].(json.Number)
	fmt.Println(n, n.String())
	_, e := n.Int64()
	fmt.Println(e)
	f, e := n.Float64()
	fmt.Println(f, e)
	b, err := json.Marshal(map[time.Month]int{1: 2})
	fmt.Println(string(b), err)
	b, err = json.Marshal(struct {
		A time.Time
		D time.Duration
		E *time.Time
		M map[time.Time]int
	}{time.Unix(0, 0).UTC(), 5, nil, map[time.Time]int{time.Unix(5, 0).UTC(): 1, time.Unix(3, 0).UTC(): 2}})
	fmt.Println(string(b), err)
}
