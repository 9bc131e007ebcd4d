set(SLUICE_SCHED_SOURCES
  goroutine.cpp
  timer.cpp
  strategy.cpp
  scheduler.cpp
  scheduler_find.cpp
  scheduler_steps.cpp
)
