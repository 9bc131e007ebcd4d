# Fails unless FILE is, byte for byte, what the program GENERATOR prints.
execute_process(COMMAND "${GENERATOR}" OUTPUT_VARIABLE wanted COMMAND_ERROR_IS_FATAL ANY)
file(READ "${FILE}" found)
if(NOT found STREQUAL wanted)
  message(FATAL_ERROR "${FILE} is stale: cmake --build --preset dev --target regenerate")
endif()
