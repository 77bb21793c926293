import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { SignedIn, type KnownMe } from '@/src/pages/residents/components/SignedIn'
import { toTop } from '@/src/platform/toTop'
import { useMyCertificates } from '@/src/queries/honours'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { wordsIn } from '@/src/words/address'
import { fullDay } from '@/src/words/residents'
import { minutesSaid } from '@/src/words/volunteers'
import { Ask } from './components/Ask'

/** Certificates of hours: mine, my children's, or of whom staff make one for. */
export default function Certificates() {
  const { forResident, name } = useRouter().params
  const [person, setPerson] = useState<string>()
  const [asking, setAsking] = useState(false)
  const me = useMe().data
  const known = Boolean(me?.person)
  const whose = forResident ?? person
  const reading = useMyCertificates(whose, { enabled: known })
  const cached = cachedAt(reading)
  const ask = (next: boolean) => {
    setAsking(next)
    toTop()
  }
  if (asking) return <Ask forResident={whose} onBack={() => ask(false)} />
  return (
    <Page
      title={name === undefined ? '时长证明' : `${wordsIn(name)}的时长证明`}
      subtitle="确认过的时长，可以开成证明打印"
      {...(cached && { cachedAt: cached })}
      {...(known && {
        action: <Button label="开一张证明" drawing="plus" onTap={() => ask(true)} />,
      })}
    >
      <SignedIn failed="证明没有打开" why="登记了名字，才能开您的证明">
        {(all) => (
          <>
            {forResident === undefined && all.dependants.length > 0 && (
              <Choice
                label="谁的证明"
                options={familyOf(all)}
                value={whose ?? all.person.id}
                onChange={(next) => setPerson(next === all.person.id ? undefined : next)}
              />
            )}
            <Reading of={reading} failed="证明没有打开">
              {(papers) => (
                <>
                  {papers.length === 0 && (
                    <Empty
                      label="还没有开过证明"
                      detail="点“开一张证明”，选好时间，马上就有。"
                      drawing="book"
                    />
                  )}
                  <Rows label="开过的证明">
                    {papers.map(({ id, kind, school, from, to, minutes }) => (
                      <Row
                        key={id}
                        label={`${kind === 'student' ? `给${school ?? '学校'}的` : '时长证明'}，${minutesSaid(minutes)}`}
                        detail={`${fullDay(from)} 到 ${fullDay(to)}`}
                        drawing="book"
                        colour="pine"
                        onTap={() =>
                          goTo('certificate', {
                            certificate: id,
                            ...(whose !== undefined && { forResident: whose }),
                          })
                        }
                      />
                    ))}
                  </Rows>
                  <ReadOn of={reading} />
                </>
              )}
            </Reading>
            <Row
              label="核对一张证明"
              detail="输入纸上的编号，看看是不是真的"
              drawing="check"
              colour="blue"
              onTap={() => goTo('checkCertificate')}
            />
          </>
        )}
      </SignedIn>
    </Page>
  )
}

const familyOf = ({ person, dependants }: KnownMe) =>
  [person, ...dependants].map(({ id, name }) => ({ value: id, label: name }))
