import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { Remind } from '@/src/pages/centre/components/Remind'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useMyProposals, useMyWishes } from '@/src/queries/proposals'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { ProposalRow, WishRow } from '../components/Lists'

const views = [
  { value: 'written' as const, label: '我许的' },
  { value: 'claimed' as const, label: '我认领的' },
  { value: 'proposals' as const, label: '我提的' },
]

/** What my family wished, claimed and proposed. */
export default function MyVoices() {
  const { forResident, fresh } = useRouter().params
  const [view, setView] = useState<(typeof views)[number]['value']>(
    views.find(({ value }) => value === fresh)?.value ?? 'written',
  )
  const me = Boolean(useMe().data?.person)
  const wishes = useMyWishes(view === 'claimed' ? 'claimed' : 'written', forResident, {
    enabled: me && view !== 'proposals',
  })
  const proposals = useMyProposals(forResident, { enabled: me && view === 'proposals' })
  const cached = cachedAt(view === 'proposals' ? proposals : wishes)
  return (
    <Page
      title="我的心愿和提案"
      {...(cached && { cachedAt: cached })}
      action={
        view === 'written' && (
          <Button
            label="许个心愿"
            drawing="heart"
            onTap={() => goTo('wishWrite', forResident === undefined ? {} : { forResident })}
          />
        )
      }
    >
      <SignedIn failed="没有打开" why="登记了名字，才知道是谁的心愿">
        {() => (
          <>
            <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
            {view === 'proposals' ? (
              <Reading of={proposals} failed="提案没有打开">
                {(all) => (
                  <>
                    {all.length === 0 && (
                      <Empty
                        label="还没有写过提案"
                        detail="想办的事，写出来请邻居联名。"
                        drawing="bubble"
                      />
                    )}
                    {all.map((proposal) => (
                      <ProposalRow
                        key={proposal.id}
                        proposal={proposal}
                        {...(forResident !== undefined && {
                          onTap: () => goTo('staffProposal', { proposal: proposal.id }),
                        })}
                      />
                    ))}
                    <ReadOn of={proposals} />
                  </>
                )}
              </Reading>
            ) : (
              <Reading of={wishes} failed="心愿没有打开">
                {(all) => (
                  <>
                    {all.length === 0 && (
                      <Empty
                        label={view === 'claimed' ? '还没有认领过' : '还没有许过心愿'}
                        detail="在“邻里议事”里看看大家的心愿。"
                        drawing="heart"
                      />
                    )}
                    {all.map((wish) => (
                      <WishRow
                        key={wish.id}
                        wish={wish}
                        {...(forResident !== undefined && {
                          onTap: () => goTo('staffWish', { wish: wish.id }),
                        })}
                      />
                    ))}
                    <ReadOn of={wishes} />
                  </>
                )}
              </Reading>
            )}
            <Row
              label="议事会交给我的事"
              detail="要办的、办好的"
              drawing="hand"
              colour="gold"
              onTap={() => goTo('meetingTasks')}
            />
            {fresh !== undefined && <Remind after="proposal" />}
          </>
        )}
      </SignedIn>
    </Page>
  )
}
