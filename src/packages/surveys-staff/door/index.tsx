import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { toTop } from '@/src/platform/toTop'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useKeptScans } from '@/src/queries/scans'
import { mostLines, useSurveyDoor, useSurveyDoorList } from '@/src/queries/surveysStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { isOpenAt } from '@/src/words/surveys'
import { whenSaid } from '@/src/words/time'
import type { OutputOf } from '@/src/api/call'
import { KeptAnswers } from './components/Kept'
import { Lines } from './components/Lines'
import { buildingsOf, doorsOf, type Door } from './doors'

/** From door to door: who has answered, who is still to be asked; also without a network. */
export default function SurveyDoor() {
  const { survey = '' } = useRouter().params
  const about = useSurveyDoor(survey)
  const list = useSurveyDoorList(survey)
  const mine = ({ input }: { input: { survey: string } }) => input.survey === survey
  const answers = useKeptScans('surveyAnswer').filter(mine)
  const visits = useKeptScans('surveyVisit').filter(mine)
  const [building, setBuilding] = useState<string>()
  const cached = cachedAt(list)
  const long = list.hasNextPage && (list.data?.length ?? 0) >= mostLines
  const choose = (id: string | undefined) => {
    setBuilding(id)
    toTop()
  }
  return (
    <Page
      wide
      title="入户填问卷"
      {...(about.data && { subtitle: about.data.survey.title })}
      {...(cached && { cachedAt: cached })}
      action={
        building !== undefined && (
          <Button label="看别的楼" look="quiet" onTap={() => choose(undefined)} />
        )
      }
    >
      <Reading of={about} failed="问卷没有打开">
        {(door) => (
          <>
            <KeptAnswers
              survey={survey}
              questions={door.questions}
              waiting={answers.length + visits.length}
            />
            {!isOpenAt(door.survey, now()) && (
              <Notice kind="warn" label="这份问卷现在不能填，可能还没开始或者已经截止了" />
            )}
            <Reading of={list} failed="名单没有打开">
              {(lines) => (
                <Doors
                  door={door}
                  doors={doorsOf(lines, door.survey, { answers, visits })}
                  read={list.hasNextPage ? (long ? 'part' : 'going') : 'whole'}
                  building={building}
                  onBuilding={choose}
                />
              )}
            </Reading>
            {(list.isFetchNextPageError || long) && <ReadOn of={list} label="接着读名单" />}
            <Row
              label={door.survey.per === 'household' ? '名单上没有的一户' : '名单上没有的人'}
              detail={door.survey.per === 'household' ? '按楼号和门牌填' : '不写名字，只写哪栋楼'}
              drawing="plus"
              colour="gold"
              onTap={() => goTo('surveyDoorFill', { survey })}
            />
          </>
        )}
      </Reading>
    </Page>
  )
}

type DoorsProps = {
  door: OutputOf<'surveys', 'door'>
  doors: readonly Door[]
  /** All of the list is on the phone, or it is being read, or it is too long to be read by itself. */
  read: 'whole' | 'going' | 'part'
  building: string | undefined
  onBuilding: (building: string) => void
}

function Doors({ door, doors, read, building, onBuilding }: DoorsProps) {
  const unit = door.survey.per === 'household' ? '户' : '人'
  if (doors.length === 0)
    return (
      <Empty
        label="名单上还没有人"
        detail="登记过的居民会出现在这里，没登记的也可以填。"
        drawing="house"
      />
    )
  if (building !== undefined)
    return (
      <Lines survey={door.survey.id} doors={doors.filter((one) => one.building === building)} />
    )
  const done = doors.filter((one) => one.done).length
  return (
    <>
      {read === 'whole' && (
        <Notice
          kind="done"
          label={`名单都在手机里了，没有网络也能填。${done}/${doors.length} ${unit}办完了`}
        />
      )}
      {read === 'going' && (
        <Notice label={`正在把名单读到手机里，先别断网。读了 ${doors.length} ${unit}`} />
      )}
      {read === 'part' && (
        <Notice kind="warn" label={`名单太长，手机里先放了 ${doors.length} ${unit}，下面不是全部`}>
          要找的没在里面，请点“接着读名单”。打印也只印读到的。
        </Notice>
      )}
      <Rows label="按楼看">
        {buildingsOf(doors).map(({ id, name, all, done: finished }) => (
          <Row
            key={id}
            label={name}
            detail={`办完 ${finished} ${unit}，共 ${all} ${unit}`}
            drawing="house"
            colour={finished === all ? 'pine' : 'brick'}
            onTap={() => onBuilding(id)}
          />
        ))}
      </Rows>
      <View>{`每${unit}填一份`}</View>
      <Printing label="打印名单" sheet={sheetOf(door.survey.title, doors, read === 'whole')} />
    </>
  )
}

/** A sheet holds so many tables of so many lines each. */
const mostTables = 60
const mostRows = 600

const sheetOf = (title: string, doors: readonly Door[], whole: boolean) => ({
  title: `入户名单：${title}`,
  notes: [
    `${whenSaid(now(), now())} 打印${whole ? '' : `，名单没有读完，先印 ${doors.length} 行`}`,
  ],
  tables: buildingsOf(doors)
    .slice(0, mostTables)
    .map(({ id, name }) => ({
      title: name,
      columns: ['住址', '姓名', '结果', '备注'],
      rows: doors
        .filter(({ building }) => building === id)
        .slice(0, mostRows)
        .map(({ homeName, names, said, note }) => [homeName, names, said.label, note]),
    })),
})
