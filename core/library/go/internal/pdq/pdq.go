// Package pdq sorts: a pattern-defeating quicksort (Orson Peters) that moves elements exactly as Go's
// does, so that elements which compare equal end up in the same order, and a stable merge sort.
package pdq

// Data is what is sorted.
type Data interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort sorts data; equal elements may change places.
func Sort(data Data) {
	n := data.Len()
	sort(data, 0, n, bitLength(n))
}

func bitLength(n int) int {
	bits := 0
	for ; n != 0; n >>= 1 {
		bits++
	}
	return bits
}

func insertion(data Data, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

func siftDown(data Data, root, n, first int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && data.Less(first+child, first+child+1) {
			child++
		}
		if !data.Less(first+root, first+child) {
			return
		}
		data.Swap(first+root, first+child)
		root = child
	}
}

func heapSort(data Data, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDown(data, i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		data.Swap(a, a+i)
		siftDown(data, 0, i, a)
	}
}

// sort sorts [a, b); limit is the number of bad partitions it takes before it turns to a heap.
func sort(data Data, a, b, limit int) {
	balanced, partitioned := true, true
	for b-a > 12 {
		n := b - a
		if limit == 0 {
			heapSort(data, a, b)
			return
		}
		if !balanced {
			shake(data, a, b)
			limit--
		}
		pivot, swaps := choosePivot(data, a, b)
		if swaps == 12 {
			reverseRange(data, a, b)
			pivot = (b - 1) - (pivot - a)
			swaps = 0
		}
		if balanced && partitioned && swaps == 0 && almostSorted(data, a, b) {
			return
		}
		if a > 0 && !data.Less(a-1, pivot) {
			a = partitionEqual(data, a, b, pivot)
			continue
		}
		var mid int
		mid, partitioned = partition(data, a, b, pivot)
		if left, right := mid-a, b-mid; left < right {
			balanced = left >= n/8
			sort(data, a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			sort(data, mid+1, b, limit)
			b = mid
		}
	}
	insertion(data, a, b)
}

// partition puts what is less than the pivot in front of it and returns where the pivot is then.
func partition(data Data, a, b, pivot int) (at int, already bool) {
	data.Swap(a, pivot)
	i, j := a+1, b-1
	for already = true; ; already = false {
		for i <= j && data.Less(i, a) {
			i++
		}
		for i <= j && !data.Less(j, a) {
			j--
		}
		if i > j {
			data.Swap(j, a)
			return j, already
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// partitionEqual puts what equals the pivot in front of what is greater.
func partitionEqual(data Data, a, b, pivot int) int {
	data.Swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !data.Less(a, i) {
			i++
		}
		for i <= j && data.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// almostSorted repairs up to five places and tells whether that was enough.
func almostSorted(data Data, a, b int) bool {
	i := a + 1
	for range 5 {
		for i < b && !data.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		data.Swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && data.Less(j, j-1); j-- {
				data.Swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && data.Less(j, j-1); j++ {
				data.Swap(j, j-1)
			}
		}
	}
	return false
}

// shake moves three elements away to break patterns.
func shake(data Data, a, b int) {
	n := b - a
	if n < 8 {
		return
	}
	random, mask := uint64(n), uint64(1)<<bitLength(n)-1
	middle := a + n/4*2
	for i := middle - 1; i <= middle+1; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(random & mask)
		if other >= n {
			other -= n
		}
		data.Swap(i, a+other)
	}
}

// choosePivot returns the median of three or of three medians, and how many comparisons found the wrong
// order.
func choosePivot(data Data, a, b int) (pivot, swaps int) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	median := func(x, y, z int) int {
		if data.Less(y, x) {
			swaps++
			x, y = y, x
		}
		if data.Less(z, y) {
			swaps++
			y, z = z, y
		}
		if data.Less(y, x) {
			swaps++
			y = x
		}
		return y
	}
	if n >= 50 {
		i, j, k = median(i-1, i, i+1), median(j-1, j, j+1), median(k-1, k, k+1)
	}
	if n >= 8 {
		j = median(i, j, k)
	}
	return j, swaps
}

func reverseRange(data Data, a, b int) {
	for b--; a < b; a, b = a+1, b-1 {
		data.Swap(a, b)
	}
}

// Stable sorts data and leaves equal elements in order.
func Stable(data Data) {
	n := data.Len()
	block := 20
	a, b := 0, block
	for b <= n {
		insertion(data, a, b)
		a, b = b, b+block
	}
	insertion(data, a, n)
	for block < n {
		for a, b = 0, 2*block; b <= n; a, b = b, b+2*block {
			symMerge(data, a, a+block, b)
		}
		if m := a + block; m < n {
			symMerge(data, a, m, n)
		}
		block *= 2
	}
}

// symMerge merges [a, m) and [m, b) without memory (Kim and Kutzner, "Stable Minimum Storage Merging").
func symMerge(data Data, a, m, b int) {
	if m-a == 1 {
		i, j := m, b
		for i < j {
			h := (i + j) / 2
			if data.Less(h, a) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := a; k < i-1; k++ {
			data.Swap(k, k+1)
		}
		return
	}
	if b-m == 1 {
		i, j := a, m
		for i < j {
			h := (i + j) / 2
			if !data.Less(m, h) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := m; k > i; k-- {
			data.Swap(k, k-1)
		}
		return
	}
	mid := (a + b) / 2
	n := mid + m
	start, r := a, m
	if m > mid {
		start, r = n-b, mid
	}
	for start < r {
		c := (start + r) / 2
		if !data.Less(n-1-c, c) {
			start = c + 1
		} else {
			r = c
		}
	}
	end := n - start
	if start < m && m < end {
		reverseRange(data, start, m)
		reverseRange(data, m, end)
		reverseRange(data, start, end)
	}
	if a < start && start < mid {
		symMerge(data, a, start, mid)
	}
	if mid < end && end < b {
		symMerge(data, mid, end, b)
	}
}
