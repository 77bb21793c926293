import { cleanup, screen } from '@testing-library/react/pure'
import { seen } from './screens'

/** A form with something long in it, as a test opens, fills and sends it. */
export interface LongForm {
  open: () => unknown
  write: () => Promise<unknown>
  /** What lies in a field afterwards. */
  words: string
  /** From the form as it opens to the tap that sends it. */
  send: () => Promise<unknown>
  /** The same form for somebody else, or about something else. */
  openOther?: () => unknown
}

/** The cloud as a test plays it: whether it answers, and the key of each submit it got. */
export interface PlayedCloud {
  answers: (does: boolean) => void
  keys: () => readonly (string | undefined)[]
}

const begun = /您上次没.完的还在/

const isEmpty = (words: string) => {
  expect(document.body.textContent).not.toMatch(begun)
  expect(screen.queryByDisplayValue(words)).toBeNull()
}

/** What was written is there after the program was closed, is nobody else's, and is sent once. */
export const outlivesTheProgram = async (
  { open, write, words, send, openOther }: LongForm,
  cloud: PlayedCloud,
): Promise<void> => {
  const reopened = async (opens: () => unknown) => {
    cleanup()
    await opens()
  }
  await open()
  await write()
  if (openOther) {
    await reopened(openOther)
    isEmpty(words)
  }
  await reopened(open)
  await seen(begun)
  cloud.answers(false)
  await send()
  cloud.answers(true)
  await reopened(open)
  await seen(begun)
  await send()
  const [first, again] = cloud.keys()
  expect(first).toMatch(/./)
  expect(again).toBe(first)
  await reopened(open)
  isEmpty(words)
}
