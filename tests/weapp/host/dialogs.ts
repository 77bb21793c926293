/** Windows that WeChat draws over a page, made of named buttons so that a journey answers them as a person does. */
export interface Dialogs {
  toast(text: string, duration: number): void
  hideToast(): void
  /** Resolves with true for the confirming button. */
  ask(question: Question): Promise<boolean>
  /** Resolves with the index chosen, or null for 取消. */
  pickOne(title: string, options: string[]): Promise<number | null>
  /** Resolves with `YYYY-MM-DD` or `HH:mm`, or null for 取消. */
  pickMoment(title: string, mode: 'date' | 'time', limits: Moment): Promise<string | null>
}

export interface Question {
  title: string
  content: string
  confirmText: string
  /** null: nothing to refuse. */
  cancelText: string | null
}

interface Moment {
  value: string
  start: string
  end: string
}

export function createDialogs(document: Document): Dialogs {
  const toast = document.body.appendChild(document.createElement('div'))
  toast.id = 'toast'
  toast.setAttribute('role', 'status')
  toast.hidden = true
  let hiding: ReturnType<typeof setTimeout> | undefined

  function hideToast(): void {
    clearTimeout(hiding)
    toast.hidden = true
    toast.textContent = ''
  }

  /** Opens a window; `close` takes it away and answers. */
  function open<T>(
    title: string,
    fill: (panel: HTMLElement, close: (answer: T) => void) => void,
  ): Promise<T> {
    return new Promise((resolve) => {
      const panel = document.createElement('div')
      panel.className = 'dialog'
      panel.setAttribute('role', 'dialog')
      panel.setAttribute('aria-modal', 'true')
      panel.setAttribute('aria-label', title || '提示')
      const heading = panel.appendChild(document.createElement('div'))
      heading.className = 'dialog-title'
      heading.textContent = title
      fill(panel, (answer) => {
        panel.remove()
        resolve(answer)
      })
      document.body.append(panel)
    })
  }

  function addButton(panel: HTMLElement, text: string, tapped: () => void): HTMLButtonElement {
    const button = panel.appendChild(document.createElement('button'))
    button.textContent = text
    button.addEventListener('click', tapped)
    return button
  }

  return {
    hideToast,
    toast(text, duration) {
      hideToast()
      toast.textContent = text
      toast.hidden = false
      if (Number.isFinite(duration)) hiding = setTimeout(hideToast, duration)
    },
    ask: ({ title, content, confirmText, cancelText }) =>
      open<boolean>(title, (panel, close) => {
        panel.appendChild(document.createElement('div')).textContent = content
        if (cancelText !== null) addButton(panel, cancelText, () => close(false))
        addButton(panel, confirmText, () => close(true))
      }),
    pickOne: (title, options) =>
      open<number | null>(title, (panel, close) => {
        options.forEach((option, index) => addButton(panel, option, () => close(index)))
        addButton(panel, '取消', () => close(null))
      }),
    pickMoment: (title, mode, { value, start, end }) =>
      open<string | null>(title, (panel, close) => {
        const field = panel.appendChild(document.createElement('input'))
        field.type = mode
        field.setAttribute('aria-label', title)
        Object.assign(field, { value, min: start, max: end })
        addButton(panel, '取消', () => close(null))
        addButton(panel, '确定', () => field.reportValidity() && close(field.value))
      }),
  }
}
