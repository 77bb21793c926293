import { Button } from '../Button'
import type { Example } from '../gallery/example'
import { showToast } from '.'

export const examples: Example[] = [
  {
    name: '说一声',
    draw: () => (
      <Button
        label="记下来"
        look="quiet"
        onTap={() => showToast('网络不好，已经替您记下，连上后自动提交')}
      />
    ),
  },
]
