import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { isDay } from '@/types/shared/day'
import { entry } from './entry'

/** How a value is typed in pieces: a birth date is quicker typed than turned to on a wheel. */
type Shape = {
  units: ReadonlyArray<{ unit: string; digits: number }>
  split: (value: string) => string[]
  /** The whole value, or '' while pieces are missing or name nothing that exists. */
  join: (typed: readonly string[]) => string
}

const padded = (digits = '') => digits.padStart(2, '0')

export const dateParts: Shape = {
  units: [
    { unit: '年', digits: 4 },
    { unit: '月', digits: 2 },
    { unit: '日', digits: 2 },
  ],
  split: (value) => value.split('-'),
  join: ([year = '', month, day]) => {
    const whole = `${year}-${padded(month)}-${padded(day)}`
    return isDay(whole) ? whole : ''
  },
}

export const timeParts: Shape = {
  units: [
    { unit: '点', digits: 2 },
    { unit: '分', digits: 2 },
  ],
  split: (value) => value.split(':'),
  join: ([hour = '', minute = '']) => {
    const whole = `${padded(hour)}:${padded(minute)}`
    return hour && minute && /^([01]\d|2[0-3]):[0-5]\d$/.test(whole) ? whole : ''
  },
}

type PartsProps = {
  parts: Shape
  said: string
  wrong: boolean
  value: string
  onChange: (value: string) => void
}

/** A few short number entries that make one value. */
export function Parts({ parts, said, wrong, value, onChange }: PartsProps) {
  const [typed, setTyped] = useState<string[]>(() => parts.split(value))
  const whole = parts.join(typed)
  useEffect(() => {
    if (value && value !== whole) setTyped(parts.split(value))
  }, [parts, value, whole])

  const take = (at: number, digits: string) => {
    const next = parts.units.map((_, place) => (place === at ? digits : (typed[place] ?? '')))
    setTyped(next)
    onChange(parts.join(next))
  }

  return (
    <View className="field__parts">
      {parts.units.map(({ unit, digits }, at) => (
        <View className="field__part" key={unit}>
          <Input
            className={`field__entry field__entry--${digits}`}
            value={typed[at] ?? ''}
            maxlength={digits}
            onInput={(event) => take(at, event.detail.value.replace(/\D/g, ''))}
            {...entry(`${said}，${unit}`, wrong, 'number')}
          />
          <View className="field__unit">{unit}</View>
        </View>
      ))}
    </View>
  )
}
