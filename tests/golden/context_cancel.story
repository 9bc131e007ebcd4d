          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes the channel ctx.Done(), unbuffered
          0s  main makes ctx
          0s  ctx has no parent context
          0s  ctx.Done() belongs to ctx
          0s  main makes timer(50ms)
          0s  main starts timer(50ms), due at 50ms
          0s  main makes the channel child.Done(), unbuffered
          0s  main makes child
          0s  child is a child of ctx
          0s  child.Done() belongs to child
          0s  main starts main.func1
          0s  main wants to receive from ctx.Done() and must wait; nobody is sending
          0s  main.func1 runs
          0s  main.func1 wants to receive from child.Done() and must wait; nobody is sending
          0s  everyone waits; the clock jumps to 50ms
        50ms  timer(50ms) goes off
        50ms  context.WithDeadlineCause.func2 starts
        50ms  context.WithDeadlineCause.func2 runs
        50ms  ctx is cancelled: context deadline exceeded
        50ms  context.WithDeadlineCause.func2 closes ctx.Done(); one goroutine wakes up
        50ms  context.WithDeadlineCause.func2 wakes main
        50ms  child is cancelled: context deadline exceeded
        50ms  context.WithDeadlineCause.func2 closes child.Done(); one goroutine wakes up
        50ms  context.WithDeadlineCause.func2 wakes main.func1
        50ms  context.WithDeadlineCause.func2 stops timer(50ms)
        50ms  context.WithDeadlineCause.func2 is done
        50ms  main.func1 runs
        50ms  main.func1 finds child.Done() closed and empty
        50ms  an idle processor takes main over
        50ms  main runs
        50ms  main finds ctx.Done() closed and empty
        50ms  main sleeps until 51ms
        50ms  main.func1 prints child: context deadline exceeded
        50ms  main.func1 is done
        50ms  everyone waits; the clock jumps to 51ms
        51ms  main wakes up
        51ms  main runs
        51ms  main prints context deadline exceeded
        51ms  main returns; the program is over
        51ms  the run ends: main returned
