// Package sql is a database of the simulated world: it answers every statement after a while, with as many
// rows as the world says, filled with numbers and texts that follow from the row and the column.
package sql

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

var (
	ErrNoRows   = errors.New("sql: no rows in result set")
	ErrTxDone   = errors.New("sql: transaction has already been committed or rolled back")
	ErrConnDone = errors.New("sql: connection is already closed")
	errClosed   = errors.New("sql: database is closed")
)

// query asks the simulated world how the database answers now.
func query() (latency int64, rows int, wrong string)

// An IsolationLevel is how much transactions see of one another.
type IsolationLevel int

const (
	LevelDefault IsolationLevel = iota
	LevelReadUncommitted
	LevelReadCommitted
	LevelWriteCommitted
	LevelRepeatableRead
	LevelSnapshot
	LevelSerializable
	LevelLinearizable
)

// TxOptions are options of a transaction.
type TxOptions struct {
	Isolation IsolationLevel
	ReadOnly  bool
}

// A NullString is a string or nothing.
type NullString struct {
	String string
	Valid  bool
}

// A NullInt64 is a number or nothing.
type NullInt64 struct {
	Int64 int64
	Valid bool
}

// DBStats are numbers about the pool of connections.
type DBStats struct {
	MaxOpenConnections, OpenConnections, InUse, Idle int
	WaitCount                                        int64
	WaitDuration                                     time.Duration
}

// A DB is a database with a pool of connections.
type DB struct {
	mu      sync.Mutex
	closed  bool
	max     int
	idle    int
	open    int
	inUse   int
	waiting []chan struct{}
	waits   int64
	waited  time.Duration
	nextID  int64
}

// Open returns a database of any driver; nothing is connected yet.
func Open(driverName, dataSourceName string) (*DB, error) {
	if driverName == "" {
		return nil, fmt.Errorf("sql: unknown driver %q (forgotten import?)", driverName)
	}
	return &DB{idle: 2}, nil
}

func (db *DB) SetMaxOpenConns(n int)              { db.max = n }
func (db *DB) SetMaxIdleConns(n int)              { db.idle = n }
func (db *DB) SetConnMaxLifetime(d time.Duration) {}
func (db *DB) SetConnMaxIdleTime(d time.Duration) {}
func (db *DB) Ping() error                        { return db.PingContext(context.Background()) }

func (db *DB) Stats() DBStats {
	db.mu.Lock()
	defer db.mu.Unlock()
	return DBStats{db.max, db.open, db.inUse, db.open - db.inUse, db.waits, db.waited}
}

func (db *DB) Close() error {
	db.mu.Lock()
	db.closed = true
	db.mu.Unlock()
	return nil
}

// acquire takes a connection of the pool, waiting for one if all are in use.
func (db *DB) acquire(ctx context.Context) error {
	db.mu.Lock()
	if db.closed {
		db.mu.Unlock()
		return errClosed
	}
	if err := ctx.Err(); err != nil {
		db.mu.Unlock()
		return err
	}
	if db.max <= 0 || db.inUse < db.max {
		db.inUse++
		db.open = max(db.open, db.inUse)
		db.mu.Unlock()
		return nil
	}
	turn := make(chan struct{}, 1)
	db.waiting = append(db.waiting, turn)
	db.waits++
	db.mu.Unlock()
	start := time.Now()
	defer func() {
		db.mu.Lock()
		db.waited += time.Since(start)
		db.mu.Unlock()
	}()
	select {
	case <-turn:
		return nil
	case <-ctx.Done():
		db.mu.Lock()
		for i, w := range db.waiting {
			if w == turn {
				db.waiting = append(db.waiting[:i], db.waiting[i+1:]...)
				db.mu.Unlock()
				return ctx.Err()
			}
		}
		db.mu.Unlock()
		db.release()
		return ctx.Err()
	}
}

// release gives a connection to the next who waits, or back to the pool.
func (db *DB) release() {
	db.mu.Lock()
	defer db.mu.Unlock()
	if len(db.waiting) > 0 {
		db.waiting[0] <- struct{}{}
		db.waiting = db.waiting[1:]
		return
	}
	db.inUse--
	if db.open > db.inUse+db.idle {
		db.open = db.inUse + db.idle
	}
}

// run waits for the answer to a statement on a connection already taken.
func run(ctx context.Context) (rows int, err error) {
	latency, rows, wrong := query()
	timer := time.NewTimer(time.Duration(latency))
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	if wrong != "" {
		return 0, errors.New(wrong)
	}
	return rows, nil
}

func (db *DB) PingContext(ctx context.Context) error {
	if err := db.acquire(ctx); err != nil {
		return err
	}
	defer db.release()
	_, err := run(ctx)
	return err
}

// A Result says what a statement changed.
type Result interface {
	LastInsertId() (int64, error)
	RowsAffected() (int64, error)
}

type result struct{ id int64 }

func (r result) LastInsertId() (int64, error) { return r.id, nil }
func (r result) RowsAffected() (int64, error) { return 1, nil }

func (db *DB) exec(ctx context.Context) (Result, error) {
	if _, err := run(ctx); err != nil {
		return nil, err
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	db.nextID++
	return result{db.nextID}, nil
}

func (db *DB) Exec(query string, args ...any) (Result, error) {
	return db.ExecContext(context.Background(), query, args...)
}

func (db *DB) ExecContext(ctx context.Context, query string, args ...any) (Result, error) {
	if err := db.acquire(ctx); err != nil {
		return nil, err
	}
	defer db.release()
	return db.exec(ctx)
}

// columnsOf reads the names between SELECT and FROM.
func columnsOf(query string) []string {
	fields := strings.FieldsFunc(query, func(r rune) bool { return strings.ContainsRune(" ,\t\n", r) })
	var out []string
	for i, f := range fields {
		if i == 0 {
			if !strings.EqualFold(f, "select") {
				break
			}
			continue
		}
		if strings.EqualFold(f, "from") {
			break
		}
		out = append(out, f)
	}
	if len(out) == 0 || len(out) == 1 && out[0] == "*" {
		out = []string{"id", "name", "value"}
	}
	return out
}

// Rows are the rows of an answer.
type Rows struct {
	columns []string
	left    int
	row     int
	release func()
	err     error
	closed  bool
}

func (r *Rows) Columns() ([]string, error) { return r.columns, nil }
func (r *Rows) Err() error                 { return r.err }

func (r *Rows) Close() error {
	if !r.closed {
		r.closed = true
		if r.release != nil {
			r.release()
		}
	}
	return nil
}

func (r *Rows) Next() bool {
	if r.closed || r.left == 0 {
		r.Close()
		return false
	}
	r.left--
	r.row++
	return true
}

// Scan stores the columns of the row: its number in numbers, "name1" in texts.
func (r *Rows) Scan(dest ...any) error {
	if r.closed {
		return errors.New("sql: Rows are closed")
	}
	if r.row == 0 {
		return errors.New("sql: Scan called without calling Next")
	}
	if len(dest) != len(r.columns) {
		return fmt.Errorf("sql: expected %d destination arguments in Scan, not %d", len(r.columns), len(dest))
	}
	for i, d := range dest {
		text := fmt.Sprint(strings.Trim(r.columns[i], "`\"()*"), r.row)
		switch p := d.(type) {
		case *string:
			*p = text
		case *[]byte:
			*p = []byte(text)
		case *int:
			*p = r.row
		case *int64:
			*p = int64(r.row)
		case *int32:
			*p = int32(r.row)
		case *uint64:
			*p = uint64(r.row)
		case *float64:
			*p = float64(r.row)
		case *bool:
			*p = r.row%2 == 1
		case *time.Time:
			*p = time.Now()
		case *NullString:
			*p = NullString{text, true}
		case *NullInt64:
			*p = NullInt64{int64(r.row), true}
		case *any:
			*p = text
		default:
			return fmt.Errorf("sql: Scan error on column index %d, name %q: unsupported Scan, "+
				"storing driver.Value type string into type %T", i, r.columns[i], d)
		}
	}
	return nil
}

func (db *DB) Query(query string, args ...any) (*Rows, error) {
	return db.QueryContext(context.Background(), query, args...)
}

func (db *DB) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error) {
	if err := db.acquire(ctx); err != nil {
		return nil, err
	}
	n, err := run(ctx)
	if err != nil {
		db.release()
		return nil, err
	}
	return &Rows{columns: columnsOf(query), left: n, release: db.release}, nil
}

// A Row is the first row of an answer.
type Row struct {
	rows *Rows
	err  error
}

func (r *Row) Err() error { return r.err }

func (r *Row) Scan(dest ...any) error {
	if r.err != nil {
		return r.err
	}
	defer r.rows.Close()
	if !r.rows.Next() {
		return ErrNoRows
	}
	return r.rows.Scan(dest...)
}

func (db *DB) QueryRow(query string, args ...any) *Row {
	return db.QueryRowContext(context.Background(), query, args...)
}

func (db *DB) QueryRowContext(ctx context.Context, query string, args ...any) *Row {
	rows, err := db.QueryContext(ctx, query, args...)
	return &Row{rows, err}
}
