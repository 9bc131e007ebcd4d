          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes the channel c #1, unbuffered
          0s  main starts main.func1
          0s  main makes the channel timer(1s).C with room for 1
          0s  main makes timer(1s)
          0s  timer(1s).C belongs to timer(1s)
          0s  main starts timer(1s), due at 1s
          0s  main looks at 2 cases
          0s  case 0 would receive from c #1
          0s  case 1 would receive from timer(1s).C
          0s  main finds no case ready and waits for any of them
          0s  main.func1 runs
          0s  main.func1 sleeps until 2s
          0s  everyone waits; the clock jumps to 1s
          1s  timer(1s) goes off
          1s  1s arrives in timer(1s).C for main
          1s  main wakes up
          1s  main runs
          1s  main goes on with case 1
          1s  main now has 1s from timer(1s).C
          1s  main prints timeout
          1s  main returns; the program is over
          1s  the run ends: main returned
