package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"unique"
)

func main() {
	m := hmac.New(sha256.New, []byte("key"))
	m.Write([]byte("msg"))
	fmt.Println(hex.EncodeToString(m.Sum(nil)))
	h := fnv.New32a()
	h.Write([]byte("x"))
	fmt.Println(crc32.ChecksumIEEE([]byte("a")), h.Sum32(), adler32.Checksum([]byte("abc")), crc64.Checksum([]byte("abc"), crc64.MakeTable(crc64.ISO)))
	var mh maphash.Hash
	mh.WriteString("x")
	s1 := mh.Sum64()
	mh.Reset()
	mh.WriteString("x")
	fmt.Println(s1 == mh.Sum64(), maphash.String(mh.Seed(), "x") == s1)
	a, b := unique.Make("x"), unique.Make("x")
	fmt.Println(a == b, a.Value(), unique.Make("y") == a)
}
