          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes the channel done, unbuffered
          0s  main starts main.func1
          0s  main makes b
          0s  main locks b
          0s  main sleeps until 1ms
          0s  main.func1 runs
          0s  main.func1 makes a
          0s  main.func1 locks a
          0s  main.func1 sleeps until 1ms
          0s  everyone waits; the clock jumps to 1ms
         1ms  main wakes up
         1ms  main.func1 wakes up
         1ms  main.func1 runs
         1ms  main.func1 must wait for b, held by main
         1ms  main runs
         1ms  main must wait for a, held by main.func1
         1ms  all goroutines are asleep - deadlock!
         1ms  the run ends: all goroutines are asleep - deadlock!
         1ms  the scheduler prints fatal error: all goroutines are asleep - deadlock!…
