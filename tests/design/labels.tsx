/**
 * The type check reads this file; nothing runs it. A control without words to speak must not compile, so each line
 * below is an error, and one that stops being an error fails the check.
 */
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Countdown } from '@/src/design/Countdown'
import { DayStrip } from '@/src/design/DayStrip'
import { Empty } from '@/src/design/Empty'
import { Failed } from '@/src/design/Failed'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { More } from '@/src/design/More'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { QrCode } from '@/src/design/QrCode'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Stepper } from '@/src/design/Stepper'
import { Switch } from '@/src/design/Switch'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { Tap } from '@/src/design/Tap'

const nothing = () => undefined

export const silent = [
  // @ts-expect-error no label
  <Button onTap={nothing} />,
  // @ts-expect-error no label
  <CallButton phone="010-0000-0000" />,
  // @ts-expect-error no label
  <Card />,
  // @ts-expect-error no label
  <Choice options={[]} value={undefined} onChange={nothing} />,
  // @ts-expect-error no label
  <Countdown until={0} now={() => 0} />,
  // @ts-expect-error no label
  <DayStrip days={[]} today="2026-11-21" value={undefined} onChange={nothing} />,
  // @ts-expect-error no label
  <Empty />,
  // @ts-expect-error no label
  <Failed detail="请再试一次" onRetry={nothing} />,
  // @ts-expect-error no label
  <Field value="" onChange={nothing} />,
  // @ts-expect-error no label
  <Figure value="037" />,
  // @ts-expect-error no label
  <Heading />,
  // @ts-expect-error no label
  <More />,
  // @ts-expect-error no label
  <Notice />,
  // @ts-expect-error no title
  <Page />,
  // @ts-expect-error no label
  <QrCode value="m7Q2" />,
  // @ts-expect-error no label
  <Row />,
  // @ts-expect-error no label
  <Rows>{null}</Rows>,
  // @ts-expect-error no label
  <Sheet yes={{ label: '取消', onTap: nothing }} onBack={nothing} />,
  // @ts-expect-error no label
  <Speak words="改到两点半" />,
  // @ts-expect-error no label
  <Stepper value={1} onChange={nothing} most={5} />,
  // @ts-expect-error no label
  <Switch on onChange={nothing} />,
  // @ts-expect-error no label
  <Tabs tabs={[]} value="" onChange={nothing} />,
  // @ts-expect-error no label
  <Tag />,
  // @ts-expect-error no label
  <Tap onTap={nothing} />,
]
