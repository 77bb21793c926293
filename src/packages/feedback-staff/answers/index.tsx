import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Switch } from '@/src/design/Switch'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useAnswerTemplates, useSaveAnswerTemplate } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import type { AnswerTemplate } from '@/types/feedback'

/** Ready words for answers. */
export default function CaseAnswers() {
  const reading = useAnswerTemplates()
  const cached = cachedAt(reading)
  const writes = useHolds()('communityStaff', 'centreStaff')
  const [editing, setEditing] = useState<AnswerTemplate | 'new'>()
  return (
    <Page
      wide
      title="回复范文"
      subtitle="拿来改一改再发"
      {...(cached && { cachedAt: cached })}
      {...(writes && {
        action: <Button label="写一段" drawing="plus" onTap={() => setEditing('new')} />,
      })}
    >
      <Reading of={reading} failed="范文没有打开">
        {({ rev, templates }) => (
          <>
            {templates.length === 0 ? (
              <Empty
                label="还没有范文"
                detail="常说的话写一次，以后拿来改一改就行。"
                drawing="pen"
              />
            ) : (
              <Rows label="回复范文">
                {templates.map((one) => (
                  <Row
                    key={one.id}
                    label={one.name}
                    detail={one.words}
                    drawing="pen"
                    colour={one.retired ? 'soft' : 'pine'}
                    saying={one.retired ? '停用了' : ''}
                    {...(writes && { onTap: () => setEditing(one) })}
                  >
                    {one.retired && <Tag label="停用了" />}
                  </Row>
                ))}
              </Rows>
            )}
            {editing !== undefined && (
              <Editor
                rev={rev}
                {...(editing !== 'new' && { template: editing })}
                onBack={() => setEditing(undefined)}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

type EditorProps = { rev: number; template?: AnswerTemplate; onBack: () => void }

function Editor({ rev, template, onBack }: EditorProps) {
  const save = useSaveAnswerTemplate()
  const [name, setName] = useState(template?.name ?? '')
  const [words, setWords] = useState(template?.words ?? '')
  const [retired, setRetired] = useState(template?.retired ?? false)
  const [tried, setTried] = useState(false)
  const whole = name.trim() !== '' && words.trim() !== ''
  const send = () => {
    setTried(!whole)
    if (!whole) return
    save.submit(
      {
        ...{ rev, template: template?.id ?? null },
        ...{ name: name.trim(), words: words.trim(), retired },
      },
      {
        done: () => {
          showToast('存好了')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={template ? `改“${template.name}”` : '写一段范文'}
      yes={{ label: '存好', busy: save.busy, onTap: send }}
      onBack={onBack}
    >
      <Field
        label="叫什么"
        hint="比如：修好了"
        value={name}
        onChange={setName}
        most={20}
        {...(tried && name.trim() === '' && { error: '请写上叫什么' })}
      />
      <Field
        kind="lines"
        label="怎么说"
        value={words}
        onChange={setWords}
        most={500}
        {...(tried && words.trim() === '' && { error: '请写上怎么说' })}
      />
      {template && (
        <Switch label="停用这一段" detail="以后不再列出来" on={retired} onChange={setRetired} />
      )}
      <Submitted of={save} />
    </Sheet>
  )
}
