import type { Form } from './form'
import type { Wrong } from './steps'

/** What changes in the form, or how it follows from what stands there by then. */
export type Change = Partial<Form> | ((form: Form) => Partial<Form>)

/** What each step of the form is given. */
export interface PartProps {
  form: Form
  change: (part: Change) => void
  wrong: Wrong
}
