import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { Reading } from '@/src/queries/Reading'
import { useShelf } from '@/src/queries/shop'
import { useSaveShopAbout } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import type { ShopAboutNow } from '@/types/shop'

/** Where the shop is and when it is open; and the licensed charity whose page takes donations of money. */
export default function ShopAboutPage() {
  const reading = useShelf()
  const about = reading.data?.about
  if (about) return <Form about={about} />
  return (
    <Page wide title="超市在哪里">
      <Reading of={{ ...reading, data: undefined }} failed="超市介绍没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

function Form({ about }: { about: ShopAboutNow }) {
  const save = useSaveShopAbout()
  const [edition] = useState(about.edition)
  const [placeName, setPlaceName] = useState(about.placeName)
  const [opens, setOpens] = useState(about.opens)
  const [links, setLinks] = useState(about.charity !== null)
  const [name, setName] = useState(about.charity?.name ?? '')
  const [url, setUrl] = useState(about.charity?.url ?? '')
  const [tried, setTried] = useState(false)
  const wrongUrl = links && !/^https:\/\/\S+$/.test(url.trim())
  const wrongName = links && name.trim() === ''
  const send = () => {
    setTried(true)
    if (wrongUrl || wrongName) return
    const charity = links ? { name: name.trim(), url: url.trim() } : null
    save.submit(
      { edition, about: { placeName: placeName.trim(), opens: opens.trim(), charity } },
      {
        done: () => {
          showToast('存好了')
          goBack()
        },
      },
    )
  }
  const refusedUrl = wrongField(save.error) === 'about.charity.url'
  return (
    <Page
      wide
      title="超市在哪里"
      subtitle="居民在货架上面看到"
      action={
        <>
          <Submitted of={save} />
          <Button label="存好" busy={save.busy || save.waiting} onTap={send} />
        </>
      }
    >
      <Field label="在哪里" most={40} value={placeName} onChange={setPlaceName} />
      <Field
        label="什么时候开"
        hint="比如：周一到周六 9:00 到 16:00"
        most={60}
        value={opens}
        onChange={setOpens}
      />
      <Switch
        label="告诉想捐钱的人去哪里"
        detail="只能写有公开募捐资格的慈善组织自己的网页，这里不收钱"
        on={links}
        onChange={setLinks}
      />
      {links && (
        <>
          <Field
            label="慈善组织的名字"
            most={40}
            value={name}
            onChange={setName}
            {...(tried && wrongName && { error: '请写慈善组织的全名' })}
          />
          <Field
            label="它的网页"
            hint="https:// 开头"
            most={200}
            value={url}
            onChange={setUrl}
            {...(((tried && wrongUrl) || refusedUrl) && { error: '网址要 https:// 开头' })}
          />
        </>
      )}
    </Page>
  )
}
