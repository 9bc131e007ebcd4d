// Bytes of an array in a global share machine words: reading or writing one leaves the others alone.
package main

import "fmt"

var bytes = [...]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}

type header struct {
	flags [4]bool
	magic [8]byte
	size  uint8
}

var file = header{magic: [8]byte{1, 2, 3, 4, 5, 6, 7, 8}, size: 9}

func main() {
	fmt.Println(uint16(bytes[0])|uint16(bytes[1])<<8, uint64(bytes[8]), int(bytes[0])+int(bytes[9]))
	bytes[0] = 200
	bytes[8]++
	fmt.Println(bytes)
	fmt.Println(uint32(file.magic[0]), float64(file.magic[1]), file.size)
	file.magic[0] = 77
	file.flags[0] = true
	file.magic[0], file.magic[7] = file.magic[7], file.magic[0]
	file.flags[3] = file.flags[0] && !file.flags[1]
	fmt.Println(file)
}
