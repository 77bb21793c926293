import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import { Button } from '../Button'
import { useMode } from '../mode'
import './index.scss'

type MoreProps = PropsWithChildren<{
  /** What is behind it: 更多说明, 按日子找. */
  label: string
  /** Put away when open: 收起来. */
  less?: string
}>

/** Secondary things: in sight in 普通版, behind one button in 长辈版, where a page shows one thing first. */
export function More({ label, less = '收起来', children }: MoreProps) {
  const { mode } = useMode()
  const [open, setOpen] = useState(false)
  if (mode === 'normal') return <View className="more">{children}</View>
  return (
    <View className="more">
      <Button label={open ? less : label} look="quiet" onTap={() => setOpen(!open)} />
      {open && children}
    </View>
  )
}
