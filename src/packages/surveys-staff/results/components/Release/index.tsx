import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useReleaseSurvey } from '@/src/queries/surveysStaff'
import type { SurveyResults } from '@/types/surveys'

type ReleaseProps = { of: SurveyResults; survey: string }

/** Lets residents read the figures with a few words; or takes it back. */
export function Release({ of, survey }: ReleaseProps) {
  const release = useReleaseSurvey()
  const [words, setWords] = useState(of.summary)
  const [asking, setAsking] = useState<'release' | 'takeBack'>()
  if (of.state !== 'closed' || of.withheld !== null) return null
  const send = (released: boolean) =>
    release.submit(
      { survey, released, words: words.trim() },
      {
        done: () => {
          showToast(released ? '公布了，居民现在就能看' : '收回了，居民看不到了')
          setAsking(undefined)
        },
        failed: () => setAsking(undefined),
      },
    )
  const busy = release.busy || release.waiting
  return (
    <>
      <Heading label="公布给居民" />
      {of.released && <Notice kind="done" label="已经公布了，改了下面的话要再公布一次" />}
      <Submitted of={release} />
      <Field
        label="给居民的话"
        kind="lines"
        hint="结果说明了什么，接下来做什么"
        optional
        most={300}
        value={words}
        onChange={setWords}
      />
      <Button label="公布结果" look="secondary" onTap={() => setAsking('release')} />
      {of.released && <Button label="不公布了" look="danger" onTap={() => setAsking('takeBack')} />}
      {asking !== undefined && (
        <Sheet
          label={asking === 'release' ? '公布给居民看吗？' : '收回这份结果吗？'}
          yes={{
            label: asking === 'release' ? '公布' : '收回',
            onTap: () => send(asking === 'release'),
            danger: asking === 'takeBack',
            busy,
          }}
          onBack={() => setAsking(undefined)}
        >
          <View>
            {asking === 'release'
              ? '居民看到每道题的人数和占比，还有您写的话。别人写的话、名字都看不到。'
              : '居民就看不到这份结果了。以后还可以再公布。'}
          </View>
        </Sheet>
      )}
    </>
  )
}
