// Package pic shows the pictures of the Go tour's exercise about slices.
package pic

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"hash/crc32"
)

// Show prints the picture whose rows f returns as the playground expects it: a PNG in base64.
func Show(f func(dx, dy int) [][]uint8) {
	const dx, dy = 256, 256
	data := f(dx, dy)
	var rows []byte
	for y := range dy {
		rows = append(rows, 0)
		for x := range dx {
			v := data[y][x]
			rows = append(rows, v, v, 255)
		}
	}
	head := binary.BigEndian.AppendUint32(nil, dx)
	head = binary.BigEndian.AppendUint32(head, dy)
	png := []byte("\x89PNG\r\n\x1a\n")
	png = chunk(png, "IHDR", append(head, 8, 2, 0, 0, 0))
	png = chunk(png, "IDAT", stored(rows))
	png = chunk(png, "IEND", nil)
	fmt.Println("IMAGE:" + base64.StdEncoding.EncodeToString(png))
}

// chunk appends one part of a PNG file.
func chunk(png []byte, name string, data []byte) []byte {
	body := append([]byte(name), data...)
	png = binary.BigEndian.AppendUint32(png, uint32(len(data)))
	return binary.BigEndian.AppendUint32(append(png, body...), crc32.ChecksumIEEE(body))
}

// stored puts data into the form of zlib without compressing it.
func stored(data []byte) []byte {
	const most = 0xFFFF
	out := []byte{0x78, 1}
	for rest := data; len(rest) > 0; {
		n := min(len(rest), most)
		last := byte(0)
		if n == len(rest) {
			last = 1
		}
		out = append(out, last)
		out = binary.LittleEndian.AppendUint16(out, uint16(n))
		out = binary.LittleEndian.AppendUint16(out, ^uint16(n))
		out = append(out, rest[:n]...)
		rest = rest[n:]
	}
	return binary.BigEndian.AppendUint32(out, adler32.Checksum(data))
}
