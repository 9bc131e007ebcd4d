          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes the channel c, unbuffered
          0s  main starts main.func1
          0s  main wants to receive from c and must wait; nobody is sending
          0s  main.func1 runs
          0s  main.func1 hands 1 over c to main
          0s  main.func1 wakes main
          0s  main.func1 wants to send 2 into c and must wait; nobody is receiving
          0s  main runs
          0s  main now has 1 from c
          0s  main prints 1
          0s  main receives 2 from c; main.func1 had been waiting to send it
          0s  main wakes main.func1
          0s  main prints 2
          0s  main wants to receive from c and must wait; nobody is sending
          0s  main.func1 runs
          0s  main.func1 can go on: c has taken its 2
          0s  main.func1 closes c; one goroutine wakes up
          0s  main.func1 wakes main
          0s  main.func1 is done
          0s  main runs
          0s  main finds c closed and empty
          0s  main returns; the program is over
          0s  the run ends: main returned
