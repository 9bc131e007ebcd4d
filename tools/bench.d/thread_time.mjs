// Processor time of the thread that runs the program: what others on a busy machine do not change.
import { readFileSync, readdirSync } from "node:fs";

/// Milliseconds each thread of this process has been executing, by number; null where the system does not
/// tell (all but Linux).
export function threadTimes() {
  try {
    const times = new Map();
    for (const id of readdirSync("/proc/self/task")) {
      const [ns] = readFileSync(`/proc/self/task/${id}/schedstat`, "utf8").split(" ");
      times.set(Number(id), Number(ns) / 1e6);
    }
    return times;
  } catch {
    return null;
  }
}

/// What the main thread, or else the busiest of the others, has executed since `before`; undefined when
/// unknown.
export function cpuSince(before, onMainThread) {
  const now = threadTimes();
  if (!before || !now) return undefined;
  const spent = (id) => (now.get(id) ?? 0) - (before.get(id) ?? 0);
  if (onMainThread) return spent(process.pid);
  return Math.max(...[...now.keys()].filter((id) => id !== process.pid).map(spent));
}
