import type { Events } from '../events'
import type { Values } from '../instance'
import type { Answers } from '../answers'
import type { Dialogs } from '../dialogs'
import type { HostRecord } from '../record'

/** What a control may use of the host. */
export interface ControlContext {
  document: Document
  events: Events
  answers: Answers
  dialogs: Dialogs
  record: HostRecord
  /** What the page on top gives a chat when it is shared. */
  share: () => unknown
}

/** How the host plays one of WeChat's own components. */
export interface Control {
  /** The web element drawn inside, when there is one that takes the spoken words. */
  inner?: 'input' | 'textarea'
  /** The template's children are not drawn. */
  childless?: boolean
  /** The role that WeChat announces without being asked. */
  role?: (attributes: Values) => string | undefined
  created?: (element: HTMLElement, context: ControlContext) => void
  updated?: (
    element: HTMLElement,
    attributes: Values,
    previous: Values,
    context: ControlContext,
  ) => void
  /** What a tap does besides telling the page. */
  tapped?: (element: HTMLElement, context: ControlContext) => void
}
