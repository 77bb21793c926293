import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Page } from '@/src/design/Page'
import { Reading } from '@/src/queries/Reading'
import { useKeptScans } from '@/src/queries/scans'
import { useSurveyDoor, useSurveyDoorList } from '@/src/queries/surveysStaff'
import type { AtDoor } from '@/types/surveys'
import { doorsOf } from '../door/doors'
import { Met, type Meeting } from './components/Met'
import { Nobody } from './components/Nobody'

/** A household by its door is told apart by it. Nothing tells apart those whom nobody names. */
const nameOf = (of: AtDoor): string | null =>
  of.kind === 'home' ? [of.home.building, of.home.unit ?? '', of.home.room].join('.') : null

/** At a door: an answer is taken down, or what came of the visit; for somebody of the list, or somebody who is not on it. */
export default function SurveyDoorFill() {
  const { survey = '', person } = useRouter().params
  const about = useSurveyDoor(survey)
  const list = useSurveyDoorList(survey)
  const answers = useKeptScans('surveyAnswer')
  const visits = useKeptScans('surveyVisit')
  const [stranger, setStranger] = useState<{ of: AtDoor; label: string }>()
  const door = about.data
  const lines = list.data
  const known =
    door &&
    person !== undefined &&
    doorsOf(lines ?? [], door.survey, { answers, visits }).find(({ persons }) =>
      persons.includes(person),
    )
  const meeting: Meeting | undefined = known
    ? {
        of: { kind: 'person', person: known.person },
        name: known.person,
        label: known.names,
        homeName: known.homeName,
        said: known.said,
      }
    : stranger && {
        of: stranger.of,
        name: nameOf(stranger.of),
        label: stranger.label,
        homeName: '',
        said: null,
      }
  if (door && meeting) return <Met key={meeting.name ?? 'stranger'} door={door} meeting={meeting} />
  if (door && person === undefined) return <Nobody door={door} onChosen={setStranger} />
  return (
    <Page title="入户填问卷">
      <Reading of={about} failed="问卷没有打开">
        {() => (
          <Reading of={list} failed="名单没有打开">
            {() => null}
          </Reading>
        )}
      </Reading>
    </Page>
  )
}
