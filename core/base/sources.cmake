set(SLUICE_BASE_SOURCES
  arena.cpp assert.cpp decimal.cpp interner.cpp json_writer.cpp order.cpp read_float.cpp rng.cpp utf8.cpp
  utf8_tables.cpp)
