import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useJoinTeam, useStanding, useTeams } from '@/src/queries/volunteerRecords'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { placesSaid } from '@/src/words/volunteers'
import type { Team } from '@/types/volunteers'

/** The teams of the centre: into one, or out of it; of mine, or of somebody I act for. */
export default function Teams() {
  const { forResident } = useRouter().params
  const known = Boolean(useMe().data?.person)
  const reading = useTeams(forResident, { enabled: known })
  const standing = useStanding(forResident, { enabled: known })
  const cached = cachedAt(reading)
  const name = standing.data?.name
  return (
    <Page
      title="志愿队"
      subtitle={forResident === undefined ? '找一支队，一起做' : `替${name ?? '家人'}加入或退出`}
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="志愿队没有打开" why="登记了名字，才能加入">
        {() => (
          <Reading of={reading} failed="志愿队没有打开">
            {(teams) =>
              teams.length === 0 ? (
                <Empty
                  label="还没有志愿队"
                  detail="社区成立了志愿队，会出现在这里。"
                  drawing="family"
                />
              ) : (
                <>
                  {standing.data?.standing === null && <RegisterFirst forResident={forResident} />}
                  {teams.map((team) => (
                    <TeamCard
                      key={team.id}
                      team={team}
                      forResident={forResident}
                      mayJoin={Boolean(standing.data?.standing)}
                    />
                  ))}
                  <Speak label="读给我听" words={teams.map(said).join('。')} />
                  <ReadOn of={reading} />
                </>
              )
            }
          </Reading>
        )}
      </SignedIn>
    </Page>
  )
}

const said = ({ name, about, mine, ...team }: Team): string =>
  [name, about, placesSaid(team).label, mine && '已经在队里'].filter(Boolean).join('，')

function RegisterFirst({ forResident }: { forResident: string | undefined }) {
  return (
    <Card label="先登记成志愿者">
      <Heading label="先登记成志愿者，再加入" />
      <Button
        label="登记成志愿者"
        look="secondary"
        drawing="heart"
        onTap={() => goTo('volunteerRegister', forResident === undefined ? {} : { forResident })}
      />
    </Card>
  )
}

type TeamProps = { team: Team; forResident: string | undefined; mayJoin: boolean }

function TeamCard({ team, forResident, mayJoin }: TeamProps) {
  const join = useJoinTeam()
  const [leaving, setLeaving] = useState(false)
  const { id, name, about, leader, most, members, open, mine } = team
  const whose = forResident === undefined ? {} : { forResident }
  const come = () =>
    join.submit({ team: id, join: true, ...whose }, { done: () => showToast(`加入了${name}`) })
  return (
    <Card label={said(team)}>
      <Heading label={name} />
      {about !== '' && <View>{about}</View>}
      <View>
        <Tag {...placesSaid(team)} />
        {mine && <Tag label="在队里" tone="pine" drawing="check" />}
      </View>
      {leader && <View>队长：{leader.name}</View>}
      <Submitted of={join} />
      {!mine && mayJoin && open && members < most && (
        <Button
          label="加入"
          fuller={`加入${name}`}
          look="secondary"
          drawing="plus"
          busy={join.busy || join.waiting}
          onTap={come}
        />
      )}
      {mine && (
        <Button label="退出" fuller={`退出${name}`} look="quiet" onTap={() => setLeaving(true)} />
      )}
      {leaving && <Leave team={team} whose={whose} onBack={() => setLeaving(false)} />}
    </Card>
  )
}

type LeaveProps = { team: Team; whose: { forResident?: string }; onBack: () => void }

function Leave({ team: { id, name }, whose, onBack }: LeaveProps) {
  const leave = useJoinTeam()
  const send = () =>
    leave.submit(
      { team: id, join: false, ...whose },
      {
        done: () => {
          showToast(`退出了${name}`)
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`退出${name}吗？`}
      yes={{ label: '是的，退出', danger: true, busy: leave.busy, onTap: send }}
      back={leave.waiting ? '知道了' : '不退出'}
      onBack={onBack}
    >
      <View>做过的时长还在。以后想回来，有位子就能再加入。</View>
      <Submitted of={leave} />
    </Sheet>
  )
}
