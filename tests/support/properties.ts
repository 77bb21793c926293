import fc from 'fast-check'

// The same scenarios in every run, so that a red run speaks of the change it runs for. `SEED=random npx jest …` looks
// for scenarios nobody has seen, `SEED=<number>` plays those of a failure again.
const wanted = process.env['SEED']
if (wanted !== 'random') fc.configureGlobal({ seed: wanted ? Number(wanted) : 20260316 })
