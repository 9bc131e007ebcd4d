set(SLUICE_BASE_SOURCES
  assert.cpp)
