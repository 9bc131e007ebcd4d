// What the worker needs for runs beside the one that is shown: looking inside, and measuring. Fetched when
// one of them is asked for.

export { InspectionRun } from './inspection_run.ts';
export { measureRun } from './measure_run.ts';
