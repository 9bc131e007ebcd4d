// A slice that grows while its elements wait to read themselves keeps all of them.
package main

import (
	"encoding/json"
	"fmt"
)

type level int

func (l *level) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*l = level(len(s))
	return nil
}

func main() {
	var levels []level
	fmt.Println(json.Unmarshal([]byte(`["a","bb","ccc","dddd","eeeee","ffffff","g"]`), &levels), levels)
	var nested [][]level
	fmt.Println(json.Unmarshal([]byte(`[["a"],["bb","ccc","d","e","ff"],[],[],["g"],["h"]]`), &nested), nested)
}
