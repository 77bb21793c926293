import type { Form } from './form'
import type { Wrong } from './steps'

/** What each step of the form is given. */
export interface PartProps {
  form: Form
  change: (part: Partial<Form>) => void
  wrong: Wrong
}
