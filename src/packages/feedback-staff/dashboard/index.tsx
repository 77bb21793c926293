import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { spoken } from '@/src/design/spoken'
import { useDashboard } from '@/src/queries/caseBoard'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { fullDay } from '@/src/words/residents'
import { whenSaid } from '@/src/words/time'
import type { CaseCounts, Dashboard } from '@/types/feedback'
import { addDays } from '@/types/shared/day'
import './index.scss'

const levels: Readonly<Record<Dashboard['open'][number]['level'], string>> = {
  grid: '网格',
  community: '社区',
  street: '街道',
  outside: '外单位',
}

/** A year is the longest that is shown. */
const longestDays = 366
const month = 30

/** How it stands with what people reported: said to be solved is not yet solved, so both are shown. */
export default function CaseDashboard() {
  const [from, setFrom] = useState(() => addDays(today(), -month))
  const [to, setTo] = useState(today)
  const [node, setNode] = useState<string>()
  const tooLong = from !== '' && addDays(from, longestDays - 1) < to
  const whole = from !== '' && to !== '' && from <= to && !tooLong
  return (
    <Page wide title="办事情况" subtitle="居民反映的事，办得怎么样">
      <View className="dashboard__period">
        <Field label="从哪天" kind="date" value={from} onChange={setFrom} />
        <Field
          label="到哪天"
          kind="date"
          value={to}
          onChange={setTo}
          {...(from !== '' && to !== '' && from > to && { error: '最后一天要在第一天之后' })}
          {...(tooLong && { error: '最多看一年，请把日子改近一点' })}
        />
      </View>
      {whole && <Figures from={from} to={to} node={node} onNode={setNode} />}
    </Page>
  )
}

type FiguresProps = {
  from: string
  to: string
  node: string | undefined
  onNode: (node: string) => void
}

function Figures({ from, to, node, onNode }: FiguresProps) {
  const reading = useDashboard({ from, to, ...(node !== undefined && { node }) })
  const cached = cachedAt(reading)
  return (
    <Reading of={reading} failed="办事情况没有打开">
      {(figures) => (
        <>
          {cached && <View>网络不好，这是{cached}的数字</View>}
          {figures.nodes.length > 1 && <Where figures={figures} onNode={onNode} />}
          <Open figures={figures} />
          <Period figures={figures} said={`${fullDay(from)} 到 ${fullDay(to)}`} />
          <Bars
            label="按类别"
            rows={figures.byCategory.map(({ category, ...counts }) => ({
              name: category,
              ...counts,
            }))}
          />
          {figures.byCommunity.length > 0 && <Bars label="按社区" rows={figures.byCommunity} />}
          <Sealed figures={figures} />
          <Printing label="打印" sheet={sheetOf(figures, from, to)} />
        </>
      )}
    </Reading>
  )
}

/** Which place it is of. A street has dozens of grids: they are listed for who wants another. */
function Where({ figures: { node, nodes }, onNode }: Pick<FiguresProps, 'onNode'> & OfFigures) {
  const [choosing, setChoosing] = useState(false)
  if (!choosing)
    return (
      <Button
        label={`${node.name}，换一片看`}
        look="quiet"
        drawing="pin"
        onTap={() => setChoosing(true)}
      />
    )
  return (
    <Choice
      label="看哪一片"
      options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
      value={node.id}
      onChange={(id) => {
        setChoosing(false)
        onNode(id)
      }}
    />
  )
}

interface OfFigures {
  figures: Dashboard
}

function Open({ figures: { open, node } }: OfFigures) {
  const most = Math.max(1, ...open.map((level) => level.open))
  return (
    <Card label={`${node.name}现在还在办的`}>
      <Heading label="现在还在办的" />
      {open.map(({ level, open: count, late }) => (
        <Bar
          key={level}
          name={levels[level]}
          words={`${count} 件${late > 0 ? `，${late} 件过了期限` : ''}`}
          part={count / most}
          late={count === 0 ? 0 : late / count}
        />
      ))}
    </Card>
  )
}

type BarProps = {
  name: string
  words: string
  /** How long it is, of the longest. */
  part: number
  late?: number
}

/** A bar beside its number: the words say all of it. */
function Bar({ name, words, part, late = 0 }: BarProps) {
  return (
    <View className="dashboard__line">
      <View>
        {name}：{words}
      </View>
      <View className="dashboard__bar" {...spoken({ hidden: true })}>
        <View className="dashboard__all" style={{ width: `${Math.round(part * 100)}%` }}>
          <View className="dashboard__late" style={{ width: `${Math.round(late * 100)}%` }} />
        </View>
      </View>
    </View>
  )
}

const medianSaid = (days: number | null): string => (days === null ? '还没有' : `${days} 天`)

function Period({ figures, said }: OfFigures & { said: string }) {
  const { received, solved, confirmed, lapsed, reopened, medianDays } = figures
  return (
    <Card label={`${said}的数字`}>
      <Heading label={said} />
      <View className="dashboard__figures">
        <Figure label="新来的" value={`${received} 件`} />
        <Figure label="工作人员说办好" value={`${solved} 件`} reason="还要居民说了才算" />
        <Figure label="居民说解决了" value={`${confirmed} 件`} reason="这才是真办好" />
        <Figure label="十四天没有回音" value={`${lapsed} 件`} reason="算办完，不算居民说的" />
        <Figure label="居民说没有解决" value={`${reopened} 件`} reason="重新办，往上一级" />
        <Figure
          label="一般要几天"
          value={medianSaid(medianDays)}
          reason="从反映到居民说解决，一半的事不超过"
        />
      </View>
    </Card>
  )
}

type Row = CaseCounts & { name: string }

function Bars({ label, rows }: { label: string; rows: readonly Row[] }) {
  const most = Math.max(1, ...rows.map(({ received }) => received))
  return (
    <Card label={label}>
      <Heading label={label} />
      {rows.length === 0 && <View>这段时间还没有</View>}
      {rows.map(({ name, received, solved, confirmed }) => (
        <Bar
          key={name}
          name={name}
          words={`来了 ${received} 件，说办好 ${solved} 件，居民说解决 ${confirmed} 件`}
          part={received / most}
        />
      ))}
    </Card>
  )
}

function Sealed({ figures: { sealed } }: OfFigures) {
  const { open, late, received, solved, confirmed } = sealed
  return (
    <Card label="保密的事">
      <Heading label="保密的事（只有数字）" />
      <View>
        现在 {open} 件在办，{late} 件过了期限
      </View>
      <View>
        来了 {received} 件，调解员说办好 {solved} 件，居民说解决 {confirmed} 件
      </View>
    </Card>
  )
}

const columns = ['', '新来的', '说办好', '居民说解决', '没有回音', '没有解决']
const cells = ({ received, solved, confirmed, lapsed, reopened }: CaseCounts): string[] =>
  [received, solved, confirmed, lapsed, reopened].map(String)

const sheetOf = (figures: Dashboard, from: string, to: string) => ({
  title: `${figures.node.name}办事情况`,
  notes: [
    `${fullDay(from)} 到 ${fullDay(to)}，${whenSaid(now(), now())} 打印`,
    `从反映到居民说解决，一半的事不超过：${medianSaid(figures.medianDays)}`,
  ],
  tables: [
    {
      title: '现在还在办的',
      columns: ['在哪一级', '件数', '过了期限'],
      rows: figures.open.map(({ level, open, late }) => [levels[level], `${open}`, `${late}`]),
    },
    {
      title: '这段时间',
      columns,
      rows: [
        ['一共', ...cells(figures)],
        ...figures.byCategory.map(({ category, ...counts }) => [category, ...cells(counts)]),
        ...figures.byCommunity.map(({ name, ...counts }) => [name, ...cells(counts)]),
        ['保密的事', ...cells(figures.sealed)],
      ],
    },
  ],
})
