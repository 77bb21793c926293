import { command } from '../kit/cloud'
import { repeat } from '../kit/attempts'
import { registrations } from '../activities/store'
import { outbox } from '../notices/store'

/** Takes what names a person out of one module's documents; what counts stays under the person's id. */
type Eraser = (centre: string, ids: readonly string[]) => Promise<void>

/** Each module adds its own: what copies a name, a phone, a picture or an answer of a person is listed here. */
export const erasers: readonly Eraser[] = [
  async (centre, ids) => {
    const store = registrations.of(centre)
    await repeat(() =>
      store.changeAll(
        { person: command.in([...ids]) },
        { personName: '', answers: [], guardian: null },
      ),
    )
    await repeat(() => store.changeAll({ by: command.in([...ids]) }, { byName: '' }))
  },
  async (centre, ids) => {
    const store = outbox.of(centre)
    await repeat(() => store.removeAll({ to: command.in([...ids]) }))
    await repeat(() => store.changeAll({ about: command.in([...ids]) }, { aboutName: '' }))
  },
]
