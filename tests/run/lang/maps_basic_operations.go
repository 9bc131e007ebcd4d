package main

import "fmt"

func main() {
	m := map[string]int{"a": 1, "b": 2}
	m["c"] = 3
	delete(m, "a")
	delete(m, "zzz")
	v, ok := m["a"]
	fmt.Println(v, ok, len(m), m["b"], m)
	m["b"]++
	m["new"] += 5
	if x, ok := m["b"]; ok {
		fmt.Println(x)
	}
	var n map[string]int
	fmt.Println(n == nil, n["x"], len(n))
	for range n {
		fmt.Println("never")
	}
	type key struct {
		x, y int
	}
	g := map[key][]string{}
	g[key{1, 2}] = append(g[key{1, 2}], "p", "q")
	fmt.Println(g)
	f := map[float64]string{1.5: "x", 0: "zero"}
	fmt.Println(f[1.5], f[-0.0])
	i := map[interface{}]string{1: "int", "1": "string", 1.0: "float", key{1, 2}: "key", true: "bool"}
	fmt.Println(i[1], i["1"], i[1.0], i[key{1, 2}], i[int64(1)] == "", i[true])
	nested := map[string]map[string]int{"a": {"b": 1}}
	nested["a"]["c"] = 2
	fmt.Println(nested["a"], nested["x"]["y"])
	clear(m)
	fmt.Println(len(m))
	p := map[string]*key{"k": {3, 4}}
	p["k"].x = 9
	fmt.Println(*p["k"])
}
