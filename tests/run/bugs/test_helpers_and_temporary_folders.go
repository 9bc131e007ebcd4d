//test: go=no a test file is run by go test, which also prints how long it took

package main

import (
	"os"
	"path/filepath"
	"testing"
)

func check(t *testing.T, ok bool, what string) {
	t.Helper()
	if !ok {
		t.Error("wrong: " + what)
	}
}

func TestFiles(t *testing.T) {
	name := filepath.Join(t.TempDir(), "notes")
	check(t, os.WriteFile(name, []byte("x"), 0o600) == nil, "write")
	t.Cleanup(func() {
		_, err := os.Stat(name)
		t.Log("still there:", err == nil)
	})
	check(t, false, "named with the line of the call")
}
