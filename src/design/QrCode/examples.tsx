import type { Example } from '../gallery/example'
import { QrCode } from '.'

export const examples: Example[] = [
  {
    name: '会员码',
    draw: () => <QrCode label="我的会员码，给工作人员扫" value="m7Q2vX9dKc4TzR1bWn8y" />,
  },
]
