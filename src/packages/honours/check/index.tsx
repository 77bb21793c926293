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

type Checked = OutputOf<'honours', 'checkCertificate'>

/** What a code of ours is made of, however it was typed. */
const looksRight = (typed: string): boolean => typed.replace(/[^a-z0-9]/gi, '').length === 12

/** Whoever holds a certificate sees whether it is true: by its code, typed or scanned. Open to everybody. */
export default function CheckCertificate() {
  const { code: scanned } = useRouter().params
  const [typed, setTyped] = useState(scanned ?? '')
  const [code, setCode] = useState(scanned)
  const [wrong, setWrong] = useState(false)
  const reading = useCheckCertificate(code)
  const phone = useToday().data?.phone
  const look = () => {
    setWrong(!looksRight(typed))
    if (looksRight(typed)) setCode(typed.trim())
  }
  const scan = () => void scanCode().then((seen) => seen !== null && replaceBy('scan', { q: seen }))
  return (
    <Page
      title="核对证明"
      subtitle="输入纸上的编号，或者扫纸上的码"
      action={<Button label="核对" busy={code !== undefined && reading.isFetching} onTap={look} />}
    >
      <Field
        label="证明编号"
        hint="12 位字母和数字，大小写都行"
        value={typed}
        onChange={setTyped}
        most={20}
        {...(wrong && { error: '编号要 12 位，请对着纸再看一遍' })}
      />
      <Button label="扫纸上的码" look="quiet" drawing="camera" onTap={scan} />
      {code !== undefined && (
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
