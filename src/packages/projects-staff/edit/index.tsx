import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useProjectColleagues, useSaveProject, useStaffProject } from '@/src/queries/projects'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack, replaceBy } from '@/src/routes'
import { wordsIn } from '@/src/words/address'
import type { ProjectForStaff } from '@/types/projects'
import { PickNode } from '../../votes-staff/components/PickNode'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

/** A new project, or changes to what is said of one (`id`). */
export default function ProjectEdit() {
  const { id } = useRouter().params
  const reading = useStaffProject(id)
  const me = useMe()
  if (id === undefined)
    return (
      <Reading of={me} failed="没有打开">
        {({ person }) => person && <Form owner={person.id} />}
      </Reading>
    )
  return (
    <Reading of={reading} failed="这个项目没有打开">
      {(project) => <Form project={project} owner={project.owner} />}
    </Reading>
  )
}

type FormProps = { project?: ProjectForStaff; owner: string }

function Form({ project, owner: known }: FormProps) {
  const { proposal, vote, title: asked } = useRouter().params
  // Read again under the form, it would not be what was opened.
  const [rev] = useState(project?.rev)
  const [before] = useState(() => ({
    title: project?.title ?? wordsIn(asked),
    words: project?.words ?? '',
    ...{ node: project?.node ?? '', owner: known },
  }))
  const draft = useDraft({ form: 'project', thing: project?.id ?? proposal ?? vote }, before)
  const { change, drop } = draft
  const { title, words, node, owner } = draft.typed
  const save = useSaveProject(draft.key)
  useDropWhenWaiting(save.waiting, drop)
  const colleagues = useProjectColleagues(node)
  const nobody = colleagues.data?.people.every(({ id }) => id !== owner) ?? true
  const [tried, setTried] = useState(false)
  const missing = title.trim() === ''
  const send = () => {
    setTried(true)
    if (missing || node === '' || nobody) return
    save.submit(
      {
        ...(project && rev !== undefined && { project: project.id, rev }),
        draft: {
          node,
          title: title.trim(),
          words: words.trim(),
          owner,
          ...(proposal !== undefined && { proposal }),
          ...(vote !== undefined && { vote }),
        },
      },
      {
        done: ({ id }) => {
          drop()
          showToast(project ? '改好了' : '开好了，接着写步骤')
          if (project) goBack()
          else replaceBy('staffProject', { id })
        },
      },
    )
  }
  return (
    <Page
      wide
      title={project ? '改项目' : '开一个项目'}
      action={
        <>
          <Submitted of={save} />
          <Button label="存好" busy={save.busy || save.waiting} onTap={send} />
        </>
      }
    >
      <GoesOn of={draft} />
      <Field
        label="叫什么"
        hint="比如：楼道换灯"
        most={40}
        value={title}
        onChange={(next) => change({ title: next })}
        {...(tried && missing && { error: '请写上叫什么' })}
      />
      <Field
        label="介绍"
        kind="lines"
        optional
        most={1000}
        value={words}
        onChange={(next) => change({ words: next })}
      />
      <PickNode
        label="给哪里的居民做"
        kinds={['centre', 'community', 'grid', 'microgrid', 'building']}
        value={node}
        onChange={(next) => change({ node: next })}
        {...(tried && node === '' && { error: '请选一个范围' })}
      />
      {node !== '' && (
        <Reading of={colleagues} failed="同事的名单没有打开">
          {({ people }) => (
            <Choice
              label="谁负责"
              hint="居民看得到他的名字"
              options={people.map(({ id, name, office }) => ({
                value: id,
                label: name,
                detail: office,
              }))}
              value={nobody ? undefined : owner}
              onChange={(next) => change({ owner: next })}
            />
          )}
        </Reading>
      )}
      {tried && node !== '' && nobody && <Notice kind="error" label="请选一位负责人" />}
      <Notice label="居民马上能看到">步骤过了日子没做完，负责人会收到提醒。</Notice>
    </Page>
  )
}
