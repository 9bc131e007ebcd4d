//test: go=no text/template is left out
package main

import (
	"os"
	"text/template"
)

func main() {
	template.Must(template.New("t").Parse("{{.}}")).Execute(os.Stdout, 1)
}
