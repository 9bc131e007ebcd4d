set(SLUICE_WORLD_SOURCES input.cpp world.cpp)
