          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes wg
          0s  main adds 1 to wg: 1 to go
          0s  main starts helper #1
          0s  main adds 1 to wg: 2 to go
          0s  main starts helper #2
          0s  main makes group.wg
          0s  main adds 1 to group.wg: 1 to go
          0s  main starts fetcher
          0s  main adds 1 to wg: 3 to go
          0s  an idle processor takes helper #1 over
          0s  helper #1 runs
          0s  helper #1 sleeps until 1ms
          0s  an idle processor takes helper #2 over
          0s  helper #2 runs
          0s  helper #2 sleeps until 1ms
          0s  main makes timer(1s)
          0s  main starts timer(1s), due at 1s
          0s  main waits for wg: 3 to go
          0s  fetcher runs
          0s  fetcher reports done to group.wg: 0 to go
          0s  fetcher is done
          0s  everyone waits; the clock jumps to 1ms
         1ms  helper #1 wakes up
         1ms  helper #2 wakes up
         1ms  an idle processor takes helper #1 over
         1ms  helper #1 runs
         1ms  helper #2 runs
         1ms  helper #2 reports done to wg: 2 to go
         1ms  helper #1 reports done to wg: 1 to go
         1ms  helper #1 is done
         1ms  helper #2 is done
         1ms  everyone waits; the clock jumps to 1s
          1s  timer(1s) goes off
          1s  alarm starts
          1s  alarm runs
          1s  alarm reports done to wg: 0 to go
          1s  alarm wakes main
          1s  alarm is done
          1s  main runs
          1s  main finds wg at zero and goes on
          1s  main finds group.wg at zero and goes on
          1s  main returns; the program is over
          1s  the run ends: main returned
