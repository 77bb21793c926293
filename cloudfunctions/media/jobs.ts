import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { ask } from './checks'
import { mediaChecks } from './store'

/** Asks again about files that WeChat said nothing of, and gives to staff what it cannot judge. */
export const jobs: Job[] = [
  {
    name: 'media.sweep',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'media.sweep',
        mediaChecks,
        run,
        { where: { due: command.lte(run.at) } },
        (check) => ask(check, run.at),
      ),
  },
]
