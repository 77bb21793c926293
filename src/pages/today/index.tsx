import { ModeSwitch } from '@/src/design/ModeSwitch'
import { Page } from '@/src/design/Page'

export default function Today() {
  return <Page title="常回家" subtitle="党群服务中心" aside={<ModeSwitch />} />
}
