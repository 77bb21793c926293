import { Choice } from '@/src/design/Choice'
import { useMode } from '@/src/design/mode'
import { Page } from '@/src/design/Page'

const editions = [
  { value: 'normal', label: '普通版' },
  { value: 'elder', label: '长辈版（关怀版）', detail: '字更大，按钮更大，一页一件事' },
] as const

export default function Mine() {
  const { mode, choose } = useMode()
  return (
    <Page title="我的">
      <Choice label="字和按钮的大小" options={editions} value={mode} onChange={choose} />
    </Page>
  )
}
