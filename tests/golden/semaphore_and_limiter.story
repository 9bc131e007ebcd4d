          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes sem
          0s  main makes sem with room for 2
          0s  main makes lim
          0s  lim gets a token every 100ms and holds at most 1
          0s  main starts main.func1
          0s  main acquires 2 of sem
          0s  main makes the channel ready, unbuffered
          0s  ready belongs to sem
          0s  main must wait to acquire 1 of sem
          0s  main looks at 2 cases
          0s  case 0 would wait for ever at a nil channel
          0s  case 1 would receive from ready
          0s  main finds no case ready and waits for any of them
          0s  main.func1 runs
          0s  main.func1 sleeps until 50ms
          0s  everyone waits; the clock jumps to 50ms
        50ms  main.func1 wakes up
        50ms  main.func1 runs
        50ms  main.func1 releases 2 of sem
        50ms  main.func1 closes ready; one goroutine wakes up
        50ms  main.func1 wakes main
        50ms  main.func1 is done
        50ms  main runs
        50ms  main goes on with case 1
        50ms  main finds ready closed and empty
        50ms  main finds nothing in a nil channel and goes on
        50ms  main acquires 1 of sem
        50ms  main takes 1 token out of lim; 0 left
        50ms  lim refuses main 1 token; it has 0
        50ms  main prints true false
        50ms  main takes 1 token out of lim, which owes it and makes it wait
        50ms  main makes the channel timer(100ms).C with room for 1
        50ms  main makes timer(100ms)
        50ms  timer(100ms).C belongs to timer(100ms)
        50ms  main starts timer(100ms), due at 150ms
        50ms  timer(100ms).C belongs to lim
        50ms  main looks at 2 cases
        50ms  case 0 would receive from timer(100ms).C
        50ms  case 1 would wait for ever at a nil channel
        50ms  main finds no case ready and waits for any of them
        50ms  everyone waits; the clock jumps to 150ms
       150ms  timer(100ms) goes off
       150ms  150ms arrives in timer(100ms).C for main
       150ms  main wakes up
       150ms  main runs
       150ms  main goes on with case 0
       150ms  main now has 150ms from timer(100ms).C
       150ms  main stops timer(100ms)
       150ms  main returns; the program is over
       150ms  the run ends: main returned
