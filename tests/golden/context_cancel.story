          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes the channel c.done, unbuffered
          0s  main makes WithDeadline
          0s  WithDeadline has no parent context
          0s  main makes timer(50ms)
          0s  main starts timer(50ms), due at 50ms
          0s  main makes the channel done, unbuffered
          0s  main makes WithCancel
          0s  WithCancel is a child of WithDeadline
          0s  main finds nothing in c.done and goes on
          0s  main starts main.func1
          0s  main wants to receive from c.done and must wait; nobody is sending
          0s  main.func1 runs
          0s  main.func1 wants to receive from done and must wait; nobody is sending
          0s  everyone waits; the clock jumps to 50ms
        50ms  timer(50ms) goes off
        50ms  context.WithDeadlineCause.func2 starts
        50ms  context.WithDeadlineCause.func2 runs
        50ms  WithDeadline is cancelled: context deadline exceeded
        50ms  context.WithDeadlineCause.func2 closes c.done; one goroutine wakes up
        50ms  context.WithDeadlineCause.func2 wakes main
        50ms  WithCancel is cancelled: context deadline exceeded
        50ms  context.WithDeadlineCause.func2 closes done; one goroutine wakes up
        50ms  context.WithDeadlineCause.func2 wakes main.func1
        50ms  context.WithDeadlineCause.func2 stops timer(50ms)
        50ms  context.WithDeadlineCause.func2 is done
        50ms  main.func1 runs
        50ms  main.func1 finds done closed and empty
        50ms  an idle processor takes main over
        50ms  main runs
        50ms  main finds c.done closed and empty
        50ms  main sleeps until 51ms
        50ms  main.func1 prints child: context deadline exceeded
        50ms  main.func1 is done
        50ms  everyone waits; the clock jumps to 51ms
        51ms  main wakes up
        51ms  main runs
        51ms  main prints context deadline exceeded
        51ms  main returns; the program is over
        51ms  the run ends: main returned
