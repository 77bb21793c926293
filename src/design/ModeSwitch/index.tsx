import { useMode } from '../mode'
import { Tap } from '../Tap'
import './index.scss'

/** The way into 长辈版 and back, in sight on Today without scrolling. It names where it leads. */
export function ModeSwitch() {
  const { mode, choose } = useMode()
  const other = mode === 'elder' ? 'normal' : 'elder'
  const name = other === 'elder' ? '长辈版' : '普通版'
  return (
    <Tap small className="mode-switch" label={`换成${name}`} onTap={() => choose(other)}>
      {name}
    </Tap>
  )
}
