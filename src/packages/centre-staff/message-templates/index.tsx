import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useSaveSettings, useSettings } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import type { MessageTemplate } from '@/types/centre'
import { facts, kinds, replaced, typedOf, type Kind } from './kinds'

/** Which template of WeChat tells which event; without one, people are told in the program or by a call. */
export default function MessageTemplates() {
  const reading = useSettings()
  const [kind, setKind] = useState<Kind>()
  if (kind && reading.data)
    return (
      <KindForm kind={kind} templates={reading.data.templates} onBack={() => setKind(undefined)} />
    )
  return (
    <Page wide title="消息模板" subtitle="在微信公众平台选好模板，再填到这里">
      <Notice label="没有模板也能用：通知会留在小程序里，没有手机的人进电话名单。" />
      <Reading of={reading} failed="消息模板没有打开">
        {({ templates }) => (
          <Rows label="消息模板">
            {kinds.map((one) => {
              const set = typedOf(one, templates).id !== ''
              return (
                <Row
                  key={one.label}
                  label={one.label}
                  detail={one.detail}
                  drawing="bell"
                  saying={set ? '已填' : '还没填'}
                  onTap={() => setKind(one)}
                >
                  <Tag
                    label={set ? '已填' : '还没填'}
                    tone={set ? 'pine' : 'gold'}
                    drawing={set ? 'check' : 'info'}
                  />
                </Row>
              )
            })}
          </Rows>
        )}
      </Reading>
    </Page>
  )
}

type KindFormProps = { kind: Kind; templates: readonly MessageTemplate[]; onBack: () => void }

function KindForm({ kind, templates, onBack }: KindFormProps) {
  const save = useSaveSettings()
  const [typed, setTyped] = useState(() => typedOf(kind, templates))
  const refused = wrongField(save.error) ?? ''
  const send = () =>
    save.submit(
      { templates: replaced(kind, typed, templates) },
      {
        done: () => {
          showToast('存好了，从现在起用这个模板')
          onBack()
        },
      },
    )
  return (
    <Page
      wide
      title={kind.label}
      subtitle={kind.detail}
      action={
        <>
          <Submitted of={save} />
          <Button label="保存" busy={save.busy || save.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Field
        label="模板编号"
        hint="公众平台上的“模板ID”，不用就留空"
        most={64}
        value={typed.id}
        onChange={(id) => setTyped({ ...typed, id })}
        {...(refused.endsWith('.id') && { error: '编号是一串字母和数字，请从公众平台整个复制' })}
      />
      {facts.map(({ fact, label }) => (
        <Field
          key={fact}
          label={label}
          optional
          hint="比如 thing1、time2，照公众平台上写的填"
          most={24}
          value={typed[fact]}
          onChange={(field) => setTyped({ ...typed, [fact]: field })}
          {...(refused.includes('fields') && {
            error: '写法像 thing1：几个英文字母加数字；至少填一项',
          })}
        />
      ))}
    </Page>
  )
}
