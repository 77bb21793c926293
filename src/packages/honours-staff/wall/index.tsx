import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Switch } from '@/src/design/Switch'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Photo, type Picture } from '@/src/packages/canteen-staff/components/Photo'
import { toTop } from '@/src/platform/toTop'
import { useHonoursForStaff, useSaveHonour } from '@/src/queries/honours'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { useUpload } from '@/src/queries/uploads'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import { uploadErrors } from '@/types/shared/uploads'
import type { Honoured } from '@/types/honours'
import { Lines } from './components/Lines'
import './index.scss'

/** Ten sheets of paper. */
const mostPrinted = 300

/** Who agreed to be on the honour wall, and what staff write of them. */
export default function HonourEdit() {
  const reading = useHonoursForStaff()
  const cached = cachedAt(reading)
  const [chosen, setChosen] = useState<Honoured>()
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 位`, 'warn')
  }
  const choose = (next: Honoured | undefined) => {
    setChosen(next)
    toTop()
  }
  if (chosen) return <Editor honoured={chosen} onBack={() => choose(undefined)} />
  return (
    <Page
      wide
      title="写风采墙"
      subtitle="这里都是同意露名字的成年志愿者"
      {...(cached && { cachedAt: cached })}
      action={<Button label="看看墙上的样子" look="secondary" onTap={() => goTo('honourWall')} />}
    >
      <Reading of={reading} failed="名单没有打开">
        {(all) =>
          all.length === 0 && !reading.hasNextPage ? (
            <Empty
              label="还没有人同意上墙"
              detail="志愿者登记时同意了，就会出现在这里。没满 18 岁的不会出现。"
              drawing="heart"
            />
          ) : (
            <>
              <Rows label="同意上墙的人">
                {all.map((honoured) => (
                  <Row
                    key={honoured.person.id}
                    label={honoured.person.name}
                    detail={honoured.words ?? '还没有写'}
                    drawing="heart"
                    saying={honoured.show ? '在墙上' : '不在墙上'}
                    onTap={() => choose(honoured)}
                  >
                    {honoured.show ? (
                      <Tag label="在墙上" tone="pine" drawing="check" />
                    ) : (
                      <Tag label="不在墙上" />
                    )}
                  </Row>
                ))}
              </Rows>
              <ReadOn of={reading} />
              <Printing
                label="打印名单"
                before={readOn}
                sheet={{
                  title: '同意上风采墙的志愿者',
                  notes: [`${whenSaid(now(), now())} 打印`],
                  tables: [
                    {
                      title: null,
                      columns: ['姓名', '写了什么', '在不在墙上', '照片、补充'],
                      rows: all.map(({ person, words, show }) => [
                        person.name,
                        words ?? '',
                        show ? '在' : '不在',
                        '',
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

const fileErrors: ReadonlySet<string> = new Set(uploadErrors)

function Editor({ honoured, onBack }: { honoured: Honoured; onBack: () => void }) {
  const { person, photo: shown, photoFile } = honoured
  const save = useSaveHonour()
  const upload = useUpload('honourPhoto')
  // What the list says later may be a colleague's: this form changes what it was opened with.
  const [rev] = useState(honoured.rev)
  const [words, setWords] = useState(honoured.words ?? '')
  const [photo, setPhoto] = useState<Picture | null>(
    photoFile === null ? null : { file: photoFile, shown: shown ?? '' },
  )
  const [show, setShow] = useState(honoured.words === null || honoured.show)
  const [tried, setTried] = useState(false)
  const said = words.replace(/\s+/g, ' ').trim()
  const send = () => {
    setTried(true)
    if (said === '') return
    save.submit(
      { person: person.id, rev, words: said, photo: photo?.file ?? null, show },
      {
        done: () => {
          showToast(show ? '存好了，墙上现在就能看到' : '存好了，墙上不显示')
          onBack()
        },
      },
    )
  }
  const wordsError =
    (tried && said === '' && '请写一句他做了什么') ||
    (wrongField(save.error) === 'words' && '请写短一点，最多 100 个字')
  const photoError =
    save.error && fileErrors.has(save.error.code) ? wordsFor(save.error) : undefined
  return (
    <Page
      wide
      title={`写写${person.name}`}
      subtitle="他同意了露名字，随时可以收回"
      action={
        <>
          {photoError === undefined && <Submitted of={save} />}
          <Button label="存好" off={upload.busy} busy={save.busy || save.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      <View className="honour-edit">
        <Field
          label="他做了什么"
          kind="lines"
          hint="大家都能看到，比如：三年来每周三到食堂帮厨"
          value={words}
          onChange={setWords}
          most={100}
          {...(wordsError && { error: wordsError })}
        />
        <Photo
          label="他的照片"
          why="放照片前，请再问他一次愿不愿意。"
          picture={photo}
          upload={upload}
          onChange={setPhoto}
          error={photoError}
        />
        <Switch label="放在墙上" detail="关掉就不显示，写的还留着" on={show} onChange={setShow} />
      </View>
      <Lines lines={honoured.thanks} />
    </Page>
  )
}
