import type { Example } from '../gallery/example'
import { CallButton } from '.'

export const examples: Example[] = [
  { name: '社区', draw: () => <CallButton label="打电话给社区" phone="010-0000-0000" /> },
]
