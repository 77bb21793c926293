import { becomeDemo, demoOpenid } from '@/src/api/identity.h5'
import './panel.scss'

interface DemoPerson {
  openid: string
  name: string
}

/**
 * A clearly marked panel beside the app that chooses who you are. The emulator lists the people of its seed; where
 * nobody answers (no emulator, no demo), nothing is shown.
 */
export const showDemoPanel = (): void => {
  void fetch('/emulator/people')
    .then((reply) =>
      reply.ok ? (reply.json() as Promise<{ people: DemoPerson[] }>) : { people: [] },
    )
    .then(({ people }) => {
      if (people.length > 0) draw(people)
    })
    .catch(() => undefined)
}

const draw = (people: readonly DemoPerson[]): void => {
  const panel = document.createElement('aside')
  panel.className = 'demo'
  panel.setAttribute('aria-label', '演示：选择您是谁')
  const title = document.createElement('p')
  title.className = 'demo__title'
  title.textContent = '演示 · 您是谁？'
  const chosen = demoOpenid()
  const list = document.createElement('select')
  list.className = 'demo__people'
  list.setAttribute('aria-label', '您是谁')
  for (const { openid, name } of [{ openid: 'demo-guest', name: '第一次来的人' }, ...people])
    list.append(new Option(name, openid, openid === chosen, openid === chosen))
  list.addEventListener('change', () => becomeDemo(list.value))
  panel.append(title, list)
  document.body.append(panel)
  if (!chosen) becomeDemo('demo-guest')
}
