import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { useCheckPaper, usePapers, useTurnout } from '@/src/queries/votesStaff'
import { whenSaid } from '@/src/words/time'
import type { PaperBallot } from '@/types/votes'
import '../components/Picture/index.scss'

/** A second person looks at each paper: does the picture say what was entered? */
export default function VotePapers() {
  const { id = '' } = useRouter().params
  const vote = useTurnout(id)
  const reading = usePapers(id)
  return (
    <Page wide title="核对纸质票" {...(vote.data && { subtitle: vote.data.vote.question })}>
      <Reading of={vote} failed="这次表决没有打开">
        {({ vote: { options } }) => (
          <Reading of={reading} failed="没有打开">
            {(papers) => (
              <>
                {papers.length === 0 && <Empty label="没有要核对的" drawing="check" />}
                {papers.map((paper) => (
                  <Paper key={paper.ballot} vote={id} paper={paper} options={options} />
                ))}
                <ReadOn of={reading} />
              </>
            )}
          </Reading>
        )}
      </Reading>
    </Page>
  )
}

type PaperProps = { vote: string; paper: PaperBallot; options: readonly string[] }

function Paper({ vote, paper, options }: PaperProps) {
  const { ballot, door, person, choice, photo, enteredBy, enteredByMe, at } = paper
  const check = useCheckPaper()
  const [wrong, setWrong] = useState(false)
  const send = (right: boolean) =>
    check.submit(
      { vote, ballot, right },
      {
        done: () => {
          showToast(right ? '核对好了，算这家的票' : '退回去了，请同事重新录')
          setWrong(false)
        },
      },
    )
  return (
    <Card label={`${door}，${person}签的`}>
      <View>
        {door}，{person}签的字
      </View>
      <Figure label="录的是" value={options[choice] ?? ''} />
      {photo !== null && (
        <Image
          className="paper-picture__one"
          src={photo}
          mode="aspectFit"
          {...tellingPicture(`${person}签字的纸`)}
        />
      )}
      <View>
        {enteredBy} {whenSaid(at, now())} 录的
      </View>
      {!wrong && <Submitted of={check} />}
      {enteredByMe ? (
        <Notice label="这张是您录的">请另一位同事来核对。</Notice>
      ) : (
        <>
          <Button
            label="一样，算数"
            fuller={`一样，算数，${door}`}
            drawing="check"
            busy={check.busy || check.waiting}
            onTap={() => send(true)}
          />
          <Button
            label="不一样，退回去"
            fuller={`不一样，退回去，${door}`}
            look="secondary"
            onTap={() => setWrong(true)}
          />
        </>
      )}
      {wrong && (
        <Sheet
          label="退回这张票吗？"
          yes={{
            label: '退回去',
            danger: true,
            busy: check.busy || check.waiting,
            onTap: () => send(false),
          }}
          onBack={() => setWrong(false)}
        >
          <View>这张不算数，要请同事看清楚，重新拍照录一次。</View>
          <Submitted of={check} />
        </Sheet>
      )}
    </Card>
  )
}
