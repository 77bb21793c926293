import { View } from '@tarojs/components'
import { useEffect, useRef, type PropsWithChildren } from 'react'
import { holdFocus } from '@/src/platform/focus'
import { Button } from '../Button'
import { Heading } from '../Heading'
import { spoken } from '../spoken'
import './index.scss'

type SheetProps = PropsWithChildren<{
  /** The question in plain words: 取消这次报名吗？ */
  label: string
  /** What will happen, and whether it can be undone, is `children`. */
  yes: { label: string; onTap: () => void; danger?: boolean; busy?: boolean }
  back?: string
  onBack: () => void
}>

/** Asks before something is paid, lost or sent. Going back is as large as going on. */
export function Sheet({ label, children, yes, back = '返回', onBack }: SheetProps) {
  const paper = useRef<HTMLElement>(null)
  const leave = useRef(onBack)
  leave.current = yes.busy ? () => undefined : onBack
  useEffect(() => (paper.current ? holdFocus(paper.current, () => leave.current()) : undefined), [])
  return (
    <View className="sheet" catchMove>
      <View className="sheet__paper" ref={paper} {...spoken({ role: 'dialog', label })}>
        <Heading label={label} level={2} />
        <View className="sheet__words">{children}</View>
        <View className="sheet__choices">
          <Button
            label={yes.label}
            look={yes.danger ? 'danger' : 'primary'}
            busy={yes.busy}
            onTap={yes.onTap}
          />
          <Button label={back} look="quiet" off={yes.busy} onTap={onBack} />
        </View>
      </View>
    </View>
  )
}
