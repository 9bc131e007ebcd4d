// Package tree holds the binary trees of the Go tour's exercise about equivalent trees.
package tree

import (
	"fmt"
	"math/rand"
)

// A Tree is a binary tree of integers.
type Tree struct {
	Left  *Tree
	Value int
	Right *Tree
}

// New returns a tree of random shape that holds k, 2k … 10k.
func New(k int) *Tree {
	var t *Tree
	for _, v := range rand.Perm(10) {
		t = insert(t, (v+1)*k)
	}
	return t
}

func insert(t *Tree, v int) *Tree {
	switch {
	case t == nil:
		return &Tree{Value: v}
	case v < t.Value:
		t.Left = insert(t.Left, v)
	default:
		t.Right = insert(t.Right, v)
	}
	return t
}

func (t *Tree) String() string {
	if t == nil {
		return "()"
	}
	s := fmt.Sprint(t.Value)
	if t.Left != nil {
		s = t.Left.String() + " " + s
	}
	if t.Right != nil {
		s += " " + t.Right.String()
	}
	return "(" + s + ")"
}
