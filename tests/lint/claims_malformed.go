// Claims that cannot be read are errors at their line, with the forms that are accepted.
package main

//sluice:slider min=1 max=3
const n = 1

//sluice:try "No such word" -> explodes
//sluice:try "No comparison" -> time 2s
//sluice:try "No unit" -> time = 2
//sluice:try "A unit too much" -> leaks = 2s
//sluice:try "Nothing behind the comma" -> done,
//sluice:try "Quote" -> output contains "a
//sluice:try "Seeds" seed=1 seeds=3 -> done
//sluice:try "Many seeds" seeds=1000 -> done
//sluice:choice "Not a claim" -> maybe
//sluice:because "one" "two"
func main() {}
