package main

import "fmt"

type Animal struct {
	Name string
	legs int
}

func (a Animal) Describe() string { return fmt.Sprintf("%s has %d legs", a.Name, a.legs) }
func (a *Animal) Rename(n string) { a.Name = n }

type Dog struct {
	Animal
	Breed string
}

type Puppy struct {
	*Dog
	Age int
}

func (d Dog) Describe() string { return "dog: " + d.Animal.Describe() }

type Describer interface{ Describe() string }

func main() {
	d := Dog{Animal{"Rex", 4}, "lab"}
	d.Rename("Max")
	fmt.Println(d.Describe(), d.Name, d.legs)
	p := Puppy{&d, 1}
	p.Rename("Tiny")
	fmt.Println(p.Describe(), d.Name, p.Breed)
	var x Describer = p
	fmt.Println(x.Describe())
	f := p.Describe
	d.Name = "Changed"
	fmt.Println(f(), p.Describe())
	g := (*Animal).Rename
	g(&d.Animal, "ByExpression")
	h := Animal.Describe
	fmt.Println(h(d.Animal))
	fmt.Printf("%v %+v\n", d, d)
	e := d
	e.Name = "copy"
	fmt.Println(d.Name, e.Name, d == e, d == Dog{Animal{"ByExpression", 4}, "lab"})
}
