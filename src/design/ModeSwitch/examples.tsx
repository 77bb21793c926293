import type { Example } from '../gallery/example'
import { ModeSwitch } from '.'

export const examples: Example[] = [{ name: '换版', draw: () => <ModeSwitch /> }]
