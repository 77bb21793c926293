import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { Notice } from '@/src/design/Notice'

type SubmittedProps = {
  /** What was sent: why it was refused, or that it waits for the network. */
  of: { error: CallError | null; waiting: boolean }
}

/** What became of a submit that is not done, above the button that sent it. */
export function Submitted({ of: { error, waiting } }: SubmittedProps) {
  if (waiting) return <Notice kind="warn" label="网络不好，已经替您记下，连上后自动提交" />
  return error ? <Notice kind="error" label={wordsFor(error)} /> : null
}
