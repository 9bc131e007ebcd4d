package sql

import (
	"context"
	"time"
)

// A Stmt is a prepared statement.
type Stmt struct {
	db    *DB
	query string
}

func (db *DB) Prepare(query string) (*Stmt, error) { return &Stmt{db, query}, nil }
func (db *DB) PrepareContext(ctx context.Context, query string) (*Stmt, error) {
	return &Stmt{db, query}, ctx.Err()
}
func (s *Stmt) Close() error                     { return nil }
func (s *Stmt) Exec(args ...any) (Result, error) { return s.db.Exec(s.query, args...) }
func (s *Stmt) Query(args ...any) (*Rows, error) { return s.db.Query(s.query, args...) }
func (s *Stmt) QueryRow(args ...any) *Row        { return s.db.QueryRow(s.query, args...) }
func (s *Stmt) ExecContext(ctx context.Context, args ...any) (Result, error) {
	return s.db.ExecContext(ctx, s.query, args...)
}
func (s *Stmt) QueryContext(ctx context.Context, args ...any) (*Rows, error) {
	return s.db.QueryContext(ctx, s.query, args...)
}

// A Tx is a transaction; it keeps its connection until it ends.
type Tx struct {
	db   *DB
	ctx  context.Context
	done bool
}

func (db *DB) Begin() (*Tx, error) { return db.BeginTx(context.Background(), nil) }

func (db *DB) BeginTx(ctx context.Context, opts *TxOptions) (*Tx, error) {
	if err := db.acquire(ctx); err != nil {
		return nil, err
	}
	if _, err := run(ctx); err != nil {
		db.release()
		return nil, err
	}
	return &Tx{db: db, ctx: ctx}, nil
}

func (tx *Tx) end() error {
	if tx.done {
		return ErrTxDone
	}
	tx.done = true
	_, err := run(context.WithoutCancel(tx.ctx))
	tx.db.release()
	if tx.ctx.Err() != nil {
		return tx.ctx.Err()
	}
	return err
}

func (tx *Tx) Commit() error   { return tx.end() }
func (tx *Tx) Rollback() error { return tx.end() }

func (tx *Tx) Exec(query string, args ...any) (Result, error) {
	return tx.ExecContext(context.Background(), query, args...)
}

func (tx *Tx) ExecContext(ctx context.Context, query string, args ...any) (Result, error) {
	if tx.done {
		return nil, ErrTxDone
	}
	return tx.db.exec(ctx)
}

func (tx *Tx) Query(query string, args ...any) (*Rows, error) {
	return tx.QueryContext(context.Background(), query, args...)
}

func (tx *Tx) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error) {
	if tx.done {
		return nil, ErrTxDone
	}
	n, err := run(ctx)
	if err != nil {
		return nil, err
	}
	return &Rows{columns: columnsOf(query), left: n}, nil
}

func (tx *Tx) QueryRow(query string, args ...any) *Row {
	rows, err := tx.Query(query, args...)
	return &Row{rows, err}
}

func (tx *Tx) QueryRowContext(ctx context.Context, query string, args ...any) *Row {
	rows, err := tx.QueryContext(ctx, query, args...)
	return &Row{rows, err}
}

// A NullBool is a truth value or nothing.
type NullBool struct {
	Bool  bool
	Valid bool
}

// A NullInt32 is a number or nothing.
type NullInt32 struct {
	Int32 int32
	Valid bool
}

// A NullFloat64 is a number or nothing.
type NullFloat64 struct {
	Float64 float64
	Valid   bool
}

// A NullTime is a time or nothing.
type NullTime struct {
	Time  time.Time
	Valid bool
}

// Drivers lists the drivers: the simulated one.
func Drivers() []string { return []string{"simulated"} }

// A Conn is a connection that its owner keeps.
type Conn struct {
	db   *DB
	done bool
}

// Conn takes a connection of the pool.
func (db *DB) Conn(ctx context.Context) (*Conn, error) {
	if err := db.acquire(ctx); err != nil {
		return nil, err
	}
	return &Conn{db: db}, nil
}

func (c *Conn) Close() error {
	if c.done {
		return ErrConnDone
	}
	c.done = true
	c.db.release()
	return nil
}

func (c *Conn) ExecContext(ctx context.Context, query string, args ...any) (Result, error) {
	if c.done {
		return nil, ErrConnDone
	}
	return c.db.exec(ctx)
}

func (c *Conn) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error) {
	if c.done {
		return nil, ErrConnDone
	}
	n, err := run(ctx)
	if err != nil {
		return nil, err
	}
	return &Rows{columns: columnsOf(query), left: n}, nil
}

func (c *Conn) QueryRowContext(ctx context.Context, query string, args ...any) *Row {
	rows, err := c.QueryContext(ctx, query, args...)
	return &Row{rows, err}
}

func (c *Conn) PingContext(ctx context.Context) error {
	_, err := c.ExecContext(ctx, "")
	return err
}
