// Package syncmap is the old place of sync.Map.
package syncmap

import "sync"

// Map is sync.Map.
type Map = sync.Map
