import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { Remind } from '@/src/pages/centre/components/Remind'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { useMe, usePerson } from '@/src/queries/residents'
import { useGiven, useSurveys } from '@/src/queries/surveys'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { surveyAbout } from '@/src/words/surveys'
import { whenSaid } from '@/src/words/time'
import type { OpenSurvey, SurveyGiven, SurveyWhom } from '@/types/surveys'

/** Surveys for my family, or, by staff, for one person; and what came of earlier ones. */
export default function Surveys() {
  const { forResident } = useRouter().params
  const me = useMe().data?.person
  const reading = useSurveys(forResident, { enabled: Boolean(me) })
  const name = usePerson(forResident).data?.name
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page
      title={forResident === undefined ? '问卷调查' : `替${name ?? '居民'}填问卷`}
      subtitle={forResident === undefined ? '说说您的想法' : '两个人的名字都会记下'}
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="问卷没有打开" why="登记了名字，才知道哪些问卷是给您的">
        {() => (
          <Reading of={reading} failed="问卷没有打开">
            {({ items }) => <Items items={items} forResident={forResident} />}
          </Reading>
        )}
      </SignedIn>
      {forResident === undefined && <Remind after="survey" />}
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}

type ItemsProps = { items: readonly OpenSurvey[]; forResident: string | undefined }

function Items({ items, forResident }: ItemsProps) {
  const open = items.filter(({ isOpen }) => isOpen)
  const over = items.filter(({ released }) => released)
  const given = useGiven(
    open.map(({ survey }) => survey.id),
    forResident,
  ).data?.items
  return (
    <>
      {open.length === 0 && (
        <Empty label="现在没有要填的问卷" detail="有新的问卷，会发消息告诉您。" drawing="pen" />
      )}
      {open.map(({ survey, whom }) => (
        <Card key={survey.id} label={survey.title}>
          <Heading label={survey.title} />
          {survey.about !== '' && <View>{survey.about}</View>}
          <View>{surveyAbout(survey, now())}</View>
          <Rows label={`${survey.title}，给谁填`}>
            {whom.map((one) => (
              <Whom
                key={one.id}
                one={one}
                given={given?.find(
                  ({ survey: of, person }) => of === survey.id && person === one.id,
                )}
                changes={survey.mayChange}
                onTap={() =>
                  goTo('surveyFill', {
                    survey: survey.id,
                    ...((!one.self || forResident !== undefined) && { forResident: one.id }),
                  })
                }
              />
            ))}
          </Rows>
        </Card>
      ))}
      {over.length > 0 && <Heading label="以前的结果" />}
      {over.length > 0 && (
        <Rows label="以前的结果">
          {over.map(({ survey: { id, title, closes } }) => (
            <Row
              key={id}
              label={title}
              detail={`${whenSaid(closes, now())} 结束的`}
              drawing="book"
              colour="blue"
              onTap={() => goTo('surveyReleased', { survey: id })}
            />
          ))}
        </Rows>
      )}
    </>
  )
}

type WhomProps = {
  one: SurveyWhom
  given: SurveyGiven | undefined
  changes: boolean
  onTap: () => void
}

function Whom({ one: { name, self }, given, changes, onTap }: WhomProps) {
  const label = self ? '我来填' : `给${name}填`
  if (!given) return <Row label={label} drawing="pen" colour="brick" onTap={onTap} />
  return (
    <Row
      label={self ? '我的' : name}
      detail={`${whenSaid(given.at, now())}${given.by === '' ? '' : `，${given.by}填的`}`}
      drawing="check"
      colour="pine"
      saying="填好了"
      {...(changes && { onTap })}
    >
      <Tag label={changes ? '填好了，可以改' : '填好了'} tone="pine" drawing="check" />
    </Row>
  )
}
