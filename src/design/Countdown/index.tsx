import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Instant } from '@/types/shared/day'
import { spoken } from '../spoken'
import { timeLeft } from './timeLeft'
import './index.scss'

type CountdownProps = {
  /** What ends or begins: 报名还有, 请在这之前签到. */
  label: string
  until: Instant
  /** Server time now: the phone's clock with the offset learned from replies. */
  now: () => Instant
  /** Called once when nothing is left. */
  onEnd?: () => void
}

/** Time left in words, large, counted by server time. */
export function Countdown({ label, until, now, onEnd }: CountdownProps) {
  const [left, setLeft] = useState(() => until - now())
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    const count = () => {
      const still = until - now()
      setLeft(still)
      if (still > 0) return
      clearInterval(timer)
      end.current?.()
    }
    const timer = setInterval(count, 1000)
    count()
    return () => clearInterval(timer)
  }, [until, now])
  return (
    <View className="countdown" {...spoken({ role: 'timer', label })}>
      <View className="countdown__label">{label}</View>
      <View className="countdown__left">{timeLeft(left)}</View>
    </View>
  )
}
