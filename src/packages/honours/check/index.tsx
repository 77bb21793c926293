import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { CallButton } from '@/src/design/CallButton'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { scanCode } from '@/src/platform/scanCode'
import { useToday } from '@/src/queries/centre'
import { useCheckCertificate } from '@/src/queries/honours'
import { Reading } from '@/src/queries/Reading'
import { replaceBy } from '@/src/routes'
import { fullDay } from '@/src/words/residents'
import { minutesSaid } from '@/src/words/volunteers'
import { paperNumber, readNumber } from '@/domain/honours/certificate'

type Checked = OutputOf<'honours', 'checkCertificate'>

/** Whoever holds a certificate sees whether it is true: by its code, typed or scanned. Open to everybody. */
export default function CheckCertificate() {
  const { centre, code } = useRouter().params
  const [typed, setTyped] = useState(
    centre && code ? paperNumber({ id: centre, code }) : (code ?? ''),
  )
  const [asked, setAsked] = useState(code === undefined ? undefined : readNumber(typed))
  const reading = useCheckCertificate(asked ?? undefined)
  const phone = useToday().data?.phone
  const look = () => setAsked(readNumber(typed))
  const scan = () => void scanCode().then((seen) => seen !== null && replaceBy('scan', { q: seen }))
  return (
    <Page
      title="核对证明"
      subtitle="输入纸上的编号，或者扫纸上的码"
      action={<Button label="核对" busy={Boolean(asked) && reading.isFetching} onTap={look} />}
    >
      <Field
        label="证明编号"
        hint="纸上的编号，从头到尾，大小写都行"
        value={typed}
        onChange={setTyped}
        most={30}
        {...(asked === null && { error: '编号不够长，或者多了字。请对着纸再看一遍' })}
      />
      <Button label="扫纸上的码" look="quiet" drawing="camera" onTap={scan} />
      {asked && (
        <Reading of={reading} failed="没有核对成">
          {(paper) => <Result paper={paper} />}
        </Reading>
      )}
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

function Result({ paper }: { paper: Checked }) {
  const { name, kind, school, from, to, minutes, issuedOn, centreName, outdated } = paper
  const who = name === '' ? '本人已经注销，不显示名字' : name
  const said = [
    outdated ? '这张证明是真的，但是时长后来变过' : '这张证明是真的',
    who,
    school,
    minutesSaid(minutes),
  ]
    .filter(Boolean)
    .join('，')
  return (
    <>
      <Card label={said}>
        <View>
          <Tag
            label={kind === 'student' ? '学生志愿服务证明' : '志愿服务证明'}
            tone="blue"
            drawing="book"
          />
          {!outdated && <Tag label="是真的" tone="pine" drawing="check" />}
        </View>
        <Figure
          label={[who, school].filter(Boolean).join('，')}
          value={minutesSaid(minutes)}
          reason={`${fullDay(from)} 到 ${fullDay(to)}`}
        />
        <View>
          {centreName}，{fullDay(issuedOn)} 开的
        </View>
      </Card>
      {outdated && (
        <Notice kind="warn" label="开好以后，这段时间的时长又变过">
          纸上的数可能不对了，请让本人重新开一张。
        </Notice>
      )}
      <Speak label="读给我听" words={said} />
    </>
  )
}
