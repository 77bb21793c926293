import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { onlineManager } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallError } from '@/src/api/call'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useActivity } from '@/src/queries/activities'
import { useActivityDraft, useEdit, usePublish } from '@/src/queries/activitiesStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { Uploaded } from '@/src/queries/Uploaded'
import { useUpload } from '@/src/queries/uploads'
import { toTop } from '@/src/platform/toTop'
import { goBack, replaceBy } from '@/src/routes'
import type { ActivityDraft } from '@/types/activities'
import { Closing } from './components/Closing'
import { Details } from './components/Details'
import { Opening } from './components/Opening'
import { Preview } from './components/Preview'
import { Questions } from './components/Questions'
import { Seats } from './components/Seats'
import { What } from './components/What'
import { When } from './components/When'
import { Who } from './components/Who'
import { Withdraw } from './components/Withdraw'
import { copyOf, draftOf, emptyForm, formOf, type Form } from './form'
import { useKept, type Kept } from './kept'
import { merge } from './merge'
import type { Change } from './part'
import { usePublishers } from '@/src/queries/publishers'
import {
  fields,
  missing,
  refusedField,
  refusedWords,
  steps,
  stepTitles,
  type FieldName,
  type Step,
  type Wrong,
} from './steps'
import './index.scss'

/** Publishing in small steps: a new activity, one like another (`copy`), or changes to one (`activity`). */
export default function Publish() {
  const { activity, copy } = useRouter().params
  const source = activity ?? copy
  if (source === undefined) return <Editor name="new" />
  return <FromDraft source={source} edits={activity !== undefined} />
}

/** Reads what there is before it is edited or copied. */
function FromDraft({ source, edits }: { source: string; edits: boolean }) {
  const reading = useActivityDraft(source)
  const photo = useActivity(source).data?.photo ?? null
  const { data, refetch } = reading
  if (data === undefined)
    return (
      <Page title={edits ? '修改活动' : '照着再办一次'}>
        <Reading of={reading} failed="活动没有打开">
          {() => null}
        </Reading>
      </Page>
    )
  const form = formOf(data.draft, photo)
  if (!edits) return <Editor name={`copy-${source}`} form={copyOf(form, today())} />
  return (
    <Editor
      name={source}
      form={form}
      edits={{
        activity: source,
        base: data,
        latest: () => refetch().then((result) => result.data),
      }}
    />
  )
}

type Base = NonNullable<Kept['base']>

type EditorProps = {
  /** Under which what is typed is kept on this phone. */
  name: string
  form?: Form
  edits?: { activity: string; base: Base; latest: () => Promise<Base | undefined> }
}

const named = (names: readonly FieldName[]): string =>
  names.map((name) => fields[name].name).join('、')

/** Where a picture can be looked at; one that was there from the beginning also after the program was closed. */
const shownOf = ({ file, shown }: NonNullable<Form['photo']>, begin: Form | undefined): string =>
  shown || (begin?.photo?.file === file ? begin.photo.shown : '')

function Editor({ name, form: begin, edits }: EditorProps) {
  const { nodes, communities } = usePublishers()
  const [kept, keep, restored] = useKept(name)
  const publish = usePublish()
  const edit = useEdit()
  const [step, setStep] = useState<Step>(edits ? 'preview' : 'what')
  const [reviewed, setReviewed] = useState(edits !== undefined)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Wrong>({})
  const [merged, setMerged] = useState<{ theirs: string; both: string }>()
  const [offline, setOffline] = useState(false)
  const photoUpload = useUpload('activityPhoto')
  const attachmentUpload = useUpload('activityAttachment')
  const uploading = photoUpload.busy || attachmentUpload.busy

  const typed = kept?.form ?? begin ?? emptyForm('')
  const form: Form = {
    ...typed,
    node: typed.node || (nodes[0]?.id ?? ''),
    photo: typed.photo && { ...typed.photo, shown: shownOf(typed.photo, begin) },
  }
  const base = kept?.base ?? edits?.base ?? null
  const lacking = missing(form)
  const wrong: Wrong = { ...(tried ? lacking : {}), ...refused }

  const change = (part: Change) => {
    setRefused({})
    keep((before) => {
      const filled = before?.form ?? begin ?? emptyForm('')
      const changed = typeof part === 'function' ? part(filled) : part
      return { form: { ...filled, ...changed }, base: before?.base ?? base }
    })
  }
  const show = (next: Step) => {
    setStep(next)
    toTop()
    setTried(false)
    if (next === 'preview') setReviewed(true)
  }
  const stepsWith = (found: Wrong): Step[] =>
    (Object.keys(found) as FieldName[]).map((field) => fields[field].step)

  const next = () => {
    setTried(true)
    if (stepsWith(lacking).includes(step)) return
    show(reviewed ? 'preview' : (steps[steps.indexOf(step) + 1] ?? 'preview'))
  }

  const failed = (mine: ActivityDraft) => (error: CallError) => {
    if (error.code === 'ChangedMeanwhile' && edits && base) {
      void edits.latest().then((latest) => latest && takeOver(mine, base, latest))
      return
    }
    const field = refusedField(error)
    if (!field) return
    setStep(fields[field].step)
    setRefused({ [field]: refusedWords(error, field) })
  }
  const takeOver = (mine: ActivityDraft, from: Base, latest: Base) => {
    const { draft, theirs, both } = merge(from.draft, mine, latest.draft)
    const { photo } = form
    keep({
      form: formOf(draft, photo && photo.file === draft.photo ? photo.shown : null),
      base: latest,
    })
    setMerged({ theirs: named(theirs), both: named(both) })
    edit.reset()
  }
  const send = () => {
    const [first] = stepsWith(lacking)
    if (first) {
      setStep(first)
      setTried(true)
      return
    }
    // Sent later by itself, it could be refused when nobody is looking: what was typed stays instead.
    setOffline(!onlineManager.isOnline())
    if (!onlineManager.isOnline()) return
    const draft = draftOf(form, now())
    setMerged(undefined)
    if (edits && base)
      edit.submit(
        { activity: edits.activity, rev: base.rev, draft },
        {
          done: () => {
            keep(undefined)
            showToast('改好了。时间或地点变了的话，报了名的人都会收到通知')
            goBack()
          },
          failed: failed(draft),
        },
      )
    else
      publish.submit(
        { draft },
        {
          done: ({ activity }) => {
            keep(undefined)
            showToast('发布好了，居民现在就能看到')
            replaceBy('roster', { activity })
          },
          failed: failed(draft),
        },
      )
  }

  const submitting = edits ? edit : publish
  const number = steps.indexOf(step)
  const back = steps[number - 1]
  const part = { form, change, wrong }
  const refusedElsewhere =
    submitting.error !== null &&
    submitting.error.code !== 'ChangedMeanwhile' &&
    refusedField(submitting.error) === null
  return (
    <Page
      wide
      title={step === 'preview' && edits ? '修改活动' : stepTitles[step]}
      subtitle={reviewed ? form.title : `第 ${number + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          {refusedElsewhere && (
            <Submitted of={{ error: submitting.error, waiting: submitting.waiting }} />
          )}
          {step === 'preview' && (
            <>
              <Uploaded what="照片" of={photoUpload} />
              <Uploaded what="附件" of={attachmentUpload} />
            </>
          )}
          {offline && (
            <Notice kind="warn" label="现在没有网络，填的都留在手机里">
              连上网以后再点一次就行。
            </Notice>
          )}
          <View className="publish__actions">
            {step === 'preview' ? (
              <Button
                label={edits ? '保存修改' : '发布'}
                busy={submitting.busy || submitting.waiting}
                off={uploading}
                onTap={send}
              />
            ) : (
              <Button label={reviewed ? '好了，回去看看' : '下一步'} onTap={next} />
            )}
            {back !== undefined && !reviewed && (
              <Button label="上一步" look="quiet" onTap={() => show(back)} />
            )}
          </View>
        </>
      }
    >
      {restored && (
        <Notice label="上次填的还在，接着填就行">
          <Button
            label="不要了，重新填"
            look="quiet"
            onTap={() => {
              keep(undefined)
              setStep(edits ? 'preview' : 'what')
            }}
          />
        </Notice>
      )}
      {merged && (
        <Notice kind="warn" label="同事刚才也改了这个活动">
          {merged.theirs && `他改的已经放进来了：${merged.theirs}。`}
          {merged.both && `这些您也改了，先用您的：${merged.both}。`}
          请看一看，再保存一次。
        </Notice>
      )}
      {Object.values(refused).map((words) => (
        <Notice key={words} kind="error" label={words} />
      ))}
      {step === 'preview' ? (
        <>
          <Preview
            draft={draftOf(form, now())}
            photo={form.photo?.shown || null}
            nodeName={nodes.find(({ id }) => id === form.node)?.name ?? ''}
            now={now()}
            onGo={show}
          />
          {edits && (
            <Withdraw
              activity={edits.activity}
              onDone={(told) => {
                keep(undefined)
                showToast(`已经取消，会告诉 ${told} 个人`)
                goBack()
              }}
            />
          )}
        </>
      ) : (
        <View className="publish__part">
          {step === 'what' && <What {...part} nodes={nodes} />}
          {step === 'when' && <When {...part} />}
          {step === 'seats' && <Seats {...part} />}
          {step === 'who' && <Who {...part} communities={communities} />}
          {step === 'opening' && <Opening {...part} />}
          {step === 'closing' && <Closing {...part} />}
          {step === 'details' && (
            <Details {...part} uploads={{ photo: photoUpload, attachment: attachmentUpload }} />
          )}
          {step === 'questions' && <Questions {...part} />}
        </View>
      )}
    </Page>
  )
}
