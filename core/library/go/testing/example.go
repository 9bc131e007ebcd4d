package testing

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

var examples []InternalExample

// AddExamples has RunAll run examples, too.
func AddExamples(list []InternalExample) { examples = append(examples, list...) }

// runExample compares what the example prints with what it should.
func runExample(example InternalExample) (ok bool) {
	fmt.Printf("=== RUN   %s\n", example.Name)
	printed, err := os.CreateTemp("", "example")
	if err != nil {
		panic(err)
	}
	stdout, start := os.Stdout, time.Now()
	os.Stdout = printed
	finished := false
	defer func() {
		os.Stdout = stdout
		spent := time.Since(start)
		text, _ := os.ReadFile(printed.Name())
		printed.Close()
		os.Remove(printed.Name())
		var problem string
		if finished {
			problem = compareOutput(example, string(text))
		}
		ok = finished && problem == ""
		verdict := "PASS"
		if !ok {
			verdict = "FAIL"
		}
		fmt.Printf("--- %s: %s (%.2fs)\n%s", verdict, example.Name, spent.Seconds(), problem)
	}()
	example.F()
	finished = true
	return ok
}

func compareOutput(example InternalExample, text string) string {
	got, want, how := strings.TrimSpace(text), strings.TrimSpace(example.Output), ""
	if example.Unordered {
		how = " (unordered)"
		if sortedLines(got) == sortedLines(want) {
			return ""
		}
	} else if got == want {
		return ""
	}
	return fmt.Sprintf("got:\n%s\nwant%s:\n%s\n", got, how, want)
}

func sortedLines(text string) string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
