import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { fenOf } from '@/src/packages/canteen-staff/money'
import { toTop } from '@/src/platform/toTop'
import { useStartFund } from '@/src/queries/projects'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { yuanSaid } from '@/src/words/meals'
import { matchSaid, onlyRecords } from '@/src/words/projects'
import { daySaid } from '@/src/words/time'

/** Who matches, how much, until when; then once more, since it stays as it is. */
export default function FundStart() {
  const { id = '' } = useRouter().params
  const start = useStartFund()
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const [partner, setPartner] = useState('')
  const [own, setOwn] = useState('1')
  const [matched, setMatched] = useState('1')
  const [cap, setCap] = useState('')
  const [perDonation, setPerDonation] = useState('')
  const [from, setFrom] = useState(today())
  const [until, setUntil] = useState('')
  const isCount = (typed: string) => Number(typed) >= 1 && Number(typed) <= 100
  const rule = {
    partner: partner.trim(),
    numerator: Number(matched),
    denominator: Number(own),
    cap: fenOf(cap) ?? 0,
    perDonation: fenOf(perDonation) ?? 0,
    from,
    until,
  }
  const complete = [
    rule.partner !== '' && isCount(own) && isCount(matched),
    rule.cap > 0 && rule.perDonation > 0 && from !== '' && until !== '' && until >= from,
    true,
  ][at]
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const send = () =>
    start.submit(
      { project: id, rule },
      {
        done: () => {
          showToast('定好了，可以记自筹了')
          goBack()
        },
        failed: ({ code }) => code === 'TextRefused' && show(0),
      },
    )
  return (
    <Page
      wide
      title="配捐的规则"
      subtitle={`第 ${at + 1} 步，共 3 步`}
      action={
        <>
          <Submitted of={start} />
          {at === 2 ? (
            <Button label="就这样定" busy={start.busy || start.waiting} onTap={send} />
          ) : (
            <Button label="下一步" onTap={() => (complete ? show(at + 1) : setTried(true))} />
          )}
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      <Notice label={onlyRecords}>这里只记账、公示。钱走有资质的渠道，或者在柜台当面交。</Notice>
      {at === 0 && (
        <>
          <Field
            label="谁来配捐"
            hint="比如：街道公益基金"
            most={40}
            value={partner}
            onChange={setPartner}
            {...(tried && partner.trim() === '' && { error: '请写上谁来配' })}
          />
          <Field
            label="居民每捐几元"
            kind="number"
            most={3}
            value={own}
            onChange={setOwn}
            {...(tried && !isCount(own) && { error: '请填 1 到 100' })}
          />
          <Field
            label="就配几元"
            kind="number"
            most={3}
            value={matched}
            onChange={setMatched}
            {...(tried && !isCount(matched) && { error: '请填 1 到 100' })}
          />
        </>
      )}
      {at === 1 && (
        <>
          <Field
            label="总共最多配多少元"
            kind="money"
            value={cap}
            onChange={setCap}
            {...(tried && rule.cap === 0 && { error: '请写多少元，比如 5000' })}
          />
          <Field
            label="一笔最多配多少元"
            kind="money"
            value={perDonation}
            onChange={setPerDonation}
            {...(tried && rule.perDonation === 0 && { error: '请写多少元，比如 200' })}
          />
          <Field
            label="从哪一天开始配"
            kind="date"
            value={from}
            onChange={setFrom}
            {...(tried && from === '' && { error: '请填一个日子' })}
          />
          <Field
            label="配到哪一天"
            kind="date"
            value={until}
            onChange={setUntil}
            {...(tried && (until === '' || until < from) && { error: '请填一个不早于开始的日子' })}
          />
        </>
      )}
      {at === 2 && (
        <>
          <Card label="配捐的规则">
            <View>{matchSaid(rule)}</View>
            <View>
              一笔最多配 {yuanSaid(rule.perDonation)}，总共最多配 {yuanSaid(rule.cap)}
            </View>
            <View>
              {daySaid(from, today())} 到 {daySaid(until, today())}
            </View>
          </Card>
          <Notice kind="warn" label="定了就不能改">
            捐的人是照这个规则捐的。配的钱算到分，不到一分的舍去。
          </Notice>
        </>
      )}
    </Page>
  )
}
