import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { statementSheet } from '@/domain/projects/statement'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { openFile } from '@/src/platform/openFile'
import { Printing } from '@/src/queries/Printing'
import {
  useExportStatement,
  useFundLedger,
  useReverseLine,
  useStaffProject,
} from '@/src/queries/projects'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { howNames, onlyRecords, sumsOfLine } from '@/src/words/projects'
import { daySaid, whenSaid } from '@/src/words/time'
import type { FundLineForStaff } from '@/types/projects'
import '../../votes-staff/components/Picture/index.scss'

/** Nobody reads a longer sheet. */
const mostPrinted = 2000

/** Every line of a fund, as it is on record; a wrong one is taken back by another. */
export default function ProjectLedger() {
  const { id = '' } = useRouter().params
  const project = useStaffProject(id)
  const reading = useFundLedger(id)
  const cached = cachedAt(reading)
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 笔`, 'warn')
  }
  return (
    <Page
      wide
      title="收支的账"
      {...(project.data && { subtitle: project.data.title })}
      {...(cached && { cachedAt: cached })}
      action={<Export project={id} title={project.data?.title ?? ''} />}
    >
      <Notice label={onlyRecords}>公示只露同意的人的姓，其余写不具名。</Notice>
      <Reading of={reading} failed="账没有打开">
        {(lines) => (
          <>
            {lines.length === 0 && <Empty label="还没有记账" drawing="book" />}
            {lines.map((line) => (
              <Line key={line.id} project={id} line={line} />
            ))}
            <ReadOn of={reading} />
            {project.data?.fund && lines.length > 0 && (
              <Printing
                label="打印公示"
                before={readOn}
                sheet={statementSheet(
                  { title: project.data.title, ...project.data.fund },
                  lines,
                  now(),
                )}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** The statement as a table that can be sent on. */
function Export({ project, title }: { project: string; title: string }) {
  const make = useExportStatement()
  return (
    <>
      <Submitted of={make} />
      <Button
        label="导出公示的表格"
        look="secondary"
        drawing="book"
        busy={make.busy || make.waiting}
        onTap={() =>
          make.submit(
            { project },
            {
              done: ({ url }) =>
                void openFile(url, `${title} 收支公示.xlsx`).catch(() =>
                  showToast('表格做好了，但是没有打开。请再点一次', 'warn'),
                ),
            },
          )
        }
      />
    </>
  )
}

const kindNames = { donation: '自筹', expense: '支出', reversal: '冲回' } as const

function Line({ project, line }: { project: string; line: FundLineForStaff }) {
  const { id, kind, name, named, title, day, how, receiptNo, photo, by, at, because } = line
  const reverse = useReverseLine()
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const who = kind === 'expense' ? title : (name ?? '不具名')
  const missing = why.trim() === ''
  const send = () => {
    setTried(true)
    if (!missing)
      reverse.submit(
        { project, line: id, because: why.trim() },
        {
          done: () => {
            showToast('冲回了')
            setAsking(false)
          },
        },
      )
  }
  return (
    <Card label={`${kindNames[kind]}，${who}，${sumsOfLine(line)}`}>
      <Heading label={who} />
      <View>
        <Tag label={kindNames[kind]} tone={kind === 'donation' ? 'pine' : 'gold'} />
        {line.reversed && <Tag label="已经冲回" tone="plain" />}
        {kind === 'donation' && !named && <Tag label="公示不具名" tone="blue" />}
      </View>
      <View>{sumsOfLine(line)}</View>
      <View>
        {daySaid(day, today())}
        {how !== null && `，${howNames[how]}`}，单号 {receiptNo}
      </View>
      {because !== null && <View>原因：{because}</View>}
      <View>
        {by} {whenSaid(at, now())} 记的
      </View>
      {photo !== null && (
        <Image
          className="paper-picture__one"
          src={photo}
          mode="aspectFit"
          {...tellingPicture('发票')}
        />
      )}
      {line.mayReverse && (
        <Button
          label="记错了，冲回"
          fuller={`记错了，冲回，${who}，${sumsOfLine(line)}`}
          look="quiet"
          onTap={() => setAsking(true)}
        />
      )}
      {asking && (
        <Sheet
          label="冲回这一笔吗？"
          yes={{ label: '冲回', danger: true, busy: reverse.busy || reverse.waiting, onTap: send }}
          back="不冲回"
          onBack={() => setAsking(false)}
        >
          <View>{sumsOfLine(line)}。会另记一笔，原来的也留着。配掉的额度还给后面的人。</View>
          <Field
            label="为什么"
            most={60}
            value={why}
            onChange={setWhy}
            {...(tried && missing && { error: '请写一句原因，会公示' })}
          />
          <Submitted of={reverse} />
        </Sheet>
      )}
    </Card>
  )
}
