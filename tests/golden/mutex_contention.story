          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes wg
          0s  main adds 1 to wg: 1 to go
          0s  main starts main.func1 #1
          0s  main adds 1 to wg: 2 to go
          0s  main starts main.func1 #2
          0s  main adds 1 to wg: 3 to go
          0s  main starts main.func1 #3
          0s  main waits for wg: 3 to go
          0s  an idle processor takes main.func1 #1 over
          0s  main.func1 #1 runs
          0s  main.func1 #1 makes mu
          0s  main.func1 #1 locks mu
          0s  main.func1 #1 sleeps until 10ms
          0s  main.func1 #3 runs
          0s  main.func1 #3 must wait for mu, held by main.func1 #1
          0s  an idle processor takes main.func1 #2 over
          0s  main.func1 #2 runs
          0s  main.func1 #2 must wait for mu, held by main.func1 #1
          0s  everyone waits; the clock jumps to 10ms
        10ms  main.func1 #1 wakes up
        10ms  main.func1 #1 runs
        10ms  main.func1 #1 unlocks mu
        10ms  main.func1 #1 wakes main.func1 #3
        10ms  main.func1 #1 reports done to wg: 2 to go
        10ms  main.func1 #1 is done
        10ms  main.func1 #3 runs
        10ms  main.func1 #3 locks mu
        10ms  main.func1 #3 sleeps until 20ms
        10ms  everyone waits; the clock jumps to 20ms
        20ms  main.func1 #3 wakes up
        20ms  main.func1 #3 runs
        20ms  main.func1 #3 unlocks mu
        20ms  main.func1 #3 wakes main.func1 #2
        20ms  main.func1 #3 reports done to wg: 1 to go
        20ms  main.func1 #3 is done
        20ms  main.func1 #2 runs
        20ms  main.func1 #2 locks mu
        20ms  main.func1 #2 sleeps until 30ms
        20ms  everyone waits; the clock jumps to 30ms
        30ms  main.func1 #2 wakes up
        30ms  main.func1 #2 runs
        30ms  main.func1 #2 unlocks mu
        30ms  main.func1 #2 reports done to wg: 0 to go
        30ms  main.func1 #2 wakes main
        30ms  main.func1 #2 is done
        30ms  main runs
        30ms  main finds wg at zero and goes on
        30ms  main returns; the program is over
        30ms  the run ends: main returned
