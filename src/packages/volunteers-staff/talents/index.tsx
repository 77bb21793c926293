import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { usePlaces } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useRevealContact, useTalents } from '@/src/queries/volunteerRecords'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { wordsIn } from '@/src/words/address'
import { freeSaid } from '@/src/words/freeTimes'
import { everySkill, skillNames } from '@/src/words/skills'
import { whenSaid } from '@/src/words/time'
import { minutesSaid } from '@/src/words/volunteers'
import type { Skill } from '@/types/shared/skills'
import type { Talent } from '@/types/volunteers'
import './index.scss'

type Wanted = Skill | 'any'

const wanted: ReadonlyArray<{ value: Wanted; label: string }> = [
  { value: 'any', label: '都看看' },
  ...everySkill.map((value) => ({ value, label: skillNames[value] })),
]

/** Ten sheets of paper. */
const mostPrinted = 300

/** Who can do something and agreed to be found: the nearest first, to a person's home or to a place chosen here. */
export default function Talents() {
  const { near: home, name } = useRouter().params
  const [skill, setSkill] = useState<Wanted>('any')
  const [place, setPlace] = useState<string>()
  const [choosing, setChoosing] = useState(false)
  const reading = useTalents(skill === 'any' ? undefined : skill, place ?? home)
  const cached = cachedAt(reading)
  const choose = (next: boolean) => {
    setChoosing(next)
    toTop()
  }
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 位`, 'warn')
  }
  if (choosing)
    return (
      <Near
        value={place}
        onChoose={(next) => {
          setPlace(next)
          choose(false)
        }}
        onClose={() => choose(false)}
      />
    )
  return (
    <Page
      wide
      title="能人库"
      subtitle={
        name && place === undefined ? `离${wordsIn(name)}家近的在前` : '愿意帮忙的人，近的在前'
      }
      {...(cached && { cachedAt: cached })}
    >
      <Tabs label="找会做什么的" tabs={wanted} value={skill} onChange={setSkill} />
      <Button label="换个地方，看离哪里近" look="quiet" drawing="pin" onTap={() => choose(true)} />
      <Reading of={reading} failed="能人库没有打开">
        {(found) =>
          found.length === 0 ? (
            <Empty
              label="还没有这样的人"
              detail="本人登记成志愿者，同意进能人库，才会出现在这里。"
              drawing="hand"
            />
          ) : (
            <>
              <View className="talents">
                {found.map((talent) => (
                  <TalentCard key={talent.id} talent={talent} />
                ))}
              </View>
              <ReadOn of={reading} />
              <Printing
                label="打印"
                before={readOn}
                sheet={{
                  title: '能人库',
                  notes: [`${whenSaid(now(), now())} 打印`],
                  tables: [
                    {
                      title: null,
                      columns: ['姓名', '住哪里', '会做什么', '什么时候有空', '做过'],
                      rows: found.map((one) => [
                        one.name,
                        one.placeName ?? '',
                        abilitiesSaid(one),
                        freeSaid(one.free),
                        minutesSaid(one.minutes),
                      ]),
                    },
                  ],
                }}
              />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

const abilitiesSaid = ({ skills: able }: Talent): string =>
  able.map((skill) => skillNames[skill]).join('、')

type NearProps = {
  value: string | undefined
  onChoose: (place: string) => void
  onClose: () => void
}

/** A community, and what lies in it: everything is measured from there. */
function Near({ value, onChoose, onClose }: NearProps) {
  const [community, setCommunity] = useState<string>()
  const communities = usePlaces(undefined)
  const below = usePlaces(community, { enabled: community !== undefined })
  return (
    <Page
      wide
      title="离哪里近"
      action={
        <>
          {community !== undefined && (
            <Button label="就按这个社区" onTap={() => onChoose(community)} />
          )}
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Reading of={communities} failed="社区没有打开">
        {({ items }) => (
          <Choice
            label="哪个社区"
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
            value={community}
            onChange={setCommunity}
          />
        )}
      </Reading>
      {community !== undefined && (
        <Reading of={below} failed="楼号没有打开">
          {({ items }) =>
            items.length === 0 ? null : (
              <Choice
                label="哪栋楼"
                options={items.map(({ id, name }) => ({ value: id, label: name }))}
                value={value}
                onChange={onChoose}
              />
            )
          }
        </Reading>
      )}
    </Page>
  )
}

function TalentCard({ talent }: { talent: Talent }) {
  const [asking, setAsking] = useState(false)
  const { id, name, placeName, wishes, free, level, minutes, contact } = talent
  const times = freeSaid(free)
  return (
    <Card label={name}>
      <Heading label={name} />
      <View>
        {talent.skills.map((skill) => (
          <Tag key={skill} label={skillNames[skill]} tone="blue" />
        ))}
      </View>
      <View>{[placeName, level, `做过 ${minutesSaid(minutes)}`].filter(Boolean).join(' · ')}</View>
      {times !== '' && <View>有空：{times}</View>}
      {wishes !== '' && <View>想做：{wishes}</View>}
      {contact ? (
        <Button
          label="看电话"
          fuller={`看电话，${name}`}
          look="secondary"
          drawing="phone"
          onTap={() => setAsking(true)}
        />
      ) : (
        <View>没有同意给人看电话，请当面找他，或者请他的社区转告。</View>
      )}
      <Button
        label="看他的档案"
        fuller={`看他的档案，${name}`}
        look="quiet"
        onTap={() => goTo('volunteer', { person: id })}
      />
      {asking && <Reveal talent={talent} onBack={() => setAsking(false)} />}
    </Card>
  )
}

/** A reason first: it is kept with who looked, and the volunteer can read it. */
function Reveal({ talent: { id, name }, onBack }: { talent: Talent; onBack: () => void }) {
  const reveal = useRevealContact()
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const shown = reveal.value
  const send = () => {
    setMissing(because.trim() === '')
    if (because.trim() !== '') reveal.submit({ person: id, because: because.trim() })
  }
  return (
    <Sheet
      label={shown ? `${name}的电话` : `为什么要看${name}的电话？`}
      yes={
        shown
          ? { label: '好了', onTap: onBack }
          : { label: '看电话', busy: reveal.busy || reveal.waiting, onTap: send }
      }
      onBack={onBack}
    >
      {shown ? (
        shown.phone === null ? (
          <Notice kind="warn" label="他没有登记电话" />
        ) : (
          <CallButton label={`打给${shown.name}`} phone={shown.phone} />
        )
      ) : (
        <>
          <View>您的名字、时间和原因都会记下，他自己也看得到。</View>
          <Field
            label="原因"
            hint="比如：12号楼张奶奶家灯坏了"
            value={because}
            onChange={setBecause}
            most={60}
            {...(missing && because.trim() === '' && { error: '请写一句原因' })}
          />
        </>
      )}
      <Submitted of={reveal} />
    </Sheet>
  )
}
