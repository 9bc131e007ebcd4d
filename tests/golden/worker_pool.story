          0s  the program starts on 4 processors
          0s  main starts
          0s  main runs
          0s  main makes the channel jobs with room for 5
          0s  main makes the channel results with room for 5
          0s  main makes wg
          0s  main adds 1 to wg: 1 to go
          0s  main starts worker #1
          0s  main adds 1 to wg: 2 to go
          0s  main starts worker #2
          0s  main adds 1 to wg: 3 to go
          0s  main starts worker #3
          0s  main puts 1 into jobs; 4 of 5 slots left
          0s  an idle processor takes worker #1 over
          0s  worker #1 runs
          0s  worker #1 takes 1 out of jobs; 5 of 5 slots left
          0s  worker #1 sleeps until 1s
          0s  main puts 2 into jobs; 4 of 5 slots left
          0s  an idle processor takes worker #2 over
          0s  worker #2 runs
          0s  worker #2 takes 2 out of jobs; 5 of 5 slots left
          0s  main puts 3 into jobs; 4 of 5 slots left
          0s  worker #2 sleeps until 1s
          0s  main puts 4 into jobs; 3 of 5 slots left
          0s  main puts 5 into jobs; 2 of 5 slots left
          0s  main closes jobs
          0s  main waits for wg: 3 to go
          0s  worker #3 runs
          0s  worker #3 takes 3 out of jobs; 3 of 5 slots left
          0s  worker #3 sleeps until 1s
          0s  everyone waits; the clock jumps to 1s
          1s  worker #1 wakes up
          1s  worker #2 wakes up
          1s  worker #3 wakes up
          1s  worker #1 runs
          1s  worker #1 puts 2 into results; 4 of 5 slots left
          1s  worker #2 runs
          1s  worker #2 puts 4 into results; 3 of 5 slots left
          1s  worker #2 takes 4 out of jobs; 4 of 5 slots left
          1s  worker #1 takes 5 out of jobs; 5 of 5 slots left
          1s  worker #3 runs
          1s  worker #3 puts 6 into results; 2 of 5 slots left
          1s  worker #1 sleeps until 2s
          1s  worker #2 sleeps until 2s
          1s  worker #3 finds jobs closed and empty
          1s  worker #3 reports done to wg: 2 to go
          1s  worker #3 is done
          1s  everyone waits; the clock jumps to 2s
          2s  worker #1 wakes up
          2s  worker #2 wakes up
          2s  worker #1 runs
          2s  worker #1 puts 10 into results; 1 of 5 slots left
          2s  worker #2 runs
          2s  worker #2 puts 8 into results; 0 of 5 slots left
          2s  worker #2 finds jobs closed and empty
          2s  worker #1 finds jobs closed and empty
          2s  worker #1 reports done to wg: 1 to go
          2s  worker #2 reports done to wg: 0 to go
          2s  worker #2 wakes main
          2s  worker #1 is done
          2s  worker #2 is done
          2s  main runs
          2s  main finds wg at zero and goes on
          2s  main closes results
          2s  main takes 2 out of results; 1 of 5 slots left
          2s  main takes 4 out of results; 2 of 5 slots left
          2s  main takes 6 out of results; 3 of 5 slots left
          2s  main takes 10 out of results; 4 of 5 slots left
          2s  main takes 8 out of results; 5 of 5 slots left
          2s  main finds results closed and empty
          2s  main prints 30
          2s  main returns; the program is over
          2s  the run ends: main returned
