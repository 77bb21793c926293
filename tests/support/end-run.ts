import { endIdle } from './warmClouds'

/** After the last test file: no process of a test outlives the run. */
export default function endRun(): void {
  endIdle(process.env['WARM_CLOUDS']!)
}
