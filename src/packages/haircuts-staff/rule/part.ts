import type { Form, Wrong } from './form'

/** What each step of the form is given. */
export interface PartProps {
  form: Form
  change: (part: Partial<Form>) => void
  wrong: Wrong
}
