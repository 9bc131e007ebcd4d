#pragma once
// For the few functions that a hot loop must not call (machine/interpreter_plain.cpp).

/// Inlined whatever the compiler thinks of its size.
#define SLUICE_INLINE [[gnu::always_inline]] inline
