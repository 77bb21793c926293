import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { goBack } from '@/src/routes'
import { policyVersion } from '@/src/words/policyVersion'
import { parts } from './words'
import './index.scss'

const aloud = parts.map(({ title, lines }) => [title, ...lines].join('。')).join('。')

/** What is kept about people and why, in words everybody understands; without it nobody is asked to agree. */
export default function Policy() {
  return (
    <Page
      title="隐私说明"
      subtitle={`${policyVersion} 版`}
      action={<Button label="看完了，返回" onTap={goBack} />}
    >
      <Speak label="读给我听" words={aloud} />
      {parts.map(({ title, lines }) => (
        <Card key={title} label={title}>
          <Heading label={title} />
          {lines.map((line) => (
            <View key={line} className="policy__line">
              {line}
            </View>
          ))}
        </Card>
      ))}
    </Page>
  )
}
