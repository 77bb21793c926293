import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Heading } from '@/src/design/Heading'
import { useMode } from '@/src/design/mode'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { copyText } from '@/src/platform/copyText'
import { NoticesRow } from '@/src/pages/residents/components/NoticesRow'
import { useToday } from '@/src/queries/centre'
import { useExportMyData, useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { fullDay } from '@/src/words/residents'
import './index.scss'

const editions = [
  { value: 'normal', label: '普通版' },
  { value: 'elder', label: '长辈版（关怀版）', detail: '字更大，按钮更大，一页一件事' },
] as const

/** How it looks, what I agreed to, what is kept about me, and whom to tell when something is wrong. */
export default function Settings() {
  const { mode, choose } = useMode()
  const phone = useToday().data?.phone
  const me = useMe().data
  return (
    <Page title="设置">
      <Choice
        label="字和按钮的大小"
        hint="字还会跟着手机里设的大小走"
        options={editions}
        value={mode}
        onChange={choose}
      />
      {me?.person && <Mine erasedOn={me.erasedOn} />}
      <Rows label="隐私">
        <Row
          label="隐私说明"
          detail="我们记什么，谁能看到"
          drawing="book"
          colour="blue"
          onTap={() => goTo('policy')}
        />
      </Rows>
      {phone && (
        <Card label="投诉和建议">
          <Heading label="投诉和建议" />
          <View>不满意、不放心，都可以直接打电话说。</View>
          <CallButton label="打电话" phone={phone} />
        </Card>
      )}
    </Page>
  )
}

function Mine({ erasedOn }: { erasedOn: string | null }) {
  return (
    <>
      <Rows label="我的">
        <NoticesRow />
        <Row
          label="同意过的事"
          detail="随时可以收回"
          drawing="check"
          colour="pine"
          onTap={() => goTo('consents')}
        />
      </Rows>
      <Export />
      <Rows label="账号">
        <Row
          label="注销账号"
          detail={erasedOn === null ? '删掉我的资料' : `${fullDay(erasedOn)} 删除，还可以留下`}
          drawing="close"
          onTap={() => goTo('deleteAccount')}
        />
      </Rows>
    </>
  )
}

/** Everything that is kept about me, behind an address that works for a day. */
function Export() {
  const [copied, setCopied] = useState(false)
  const exporting = useExportMyData()
  const url = exporting.value?.url
  const copy = (address: string) =>
    void copyText(address).then((done) => {
      setCopied(done)
      if (done) showToast('复制好了，到浏览器里粘贴打开')
    })
  return (
    <Card label="导出我的资料">
      <Heading label="导出我的资料" />
      <View>把记下的东西存成一个文件，您自己保管。</View>
      <Submitted of={exporting} />
      {url ? (
        <>
          <View className="settings__address">{url}</View>
          {exporting.value?.complete === false && (
            <Notice kind="warn" label="记下的太多，这个文件里还不全">
              <View>请打电话给社区，要一份全的。</View>
            </Notice>
          )}
          <View>这个地址一天内有效，里面有您的资料，不要发给别人。</View>
          <Button
            label={copied ? '再复制一次' : '复制地址'}
            look="secondary"
            onTap={() => copy(url)}
          />
        </>
      ) : (
        <Button
          label="导出"
          look="secondary"
          busy={exporting.busy || exporting.waiting}
          onTap={() => exporting.submit({})}
        />
      )}
    </Card>
  )
}
