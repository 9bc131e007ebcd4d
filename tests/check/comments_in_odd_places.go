package main /* the program */

import /* output */ "fmt"

func /* start */ main( /* nothing */ ) { // here
	fmt.Println( /* one */ "a" /* two */, "b", // last
	)
}
