import { useEffect, useState } from 'react'
import { speech } from '@/src/platform/speech'
import { Button } from '../Button'

type SpeakProps = {
  /** What will be read: 读给我听. */
  label: string
  /** The words to read aloud. */
  words: string
}

/** Reads words aloud, and stops at a second tap. Shows nothing where the phone gives us no voice. */
export function Speak({ label, words }: SpeakProps) {
  const [reading, setReading] = useState(false)
  useEffect(() => () => speech?.silence(), [])
  if (!speech) return null
  const tap = () => {
    if (reading) speech?.silence()
    else speech?.read(words, () => setReading(false))
    setReading(!reading)
  }
  return <Button label={reading ? '不读了' : label} look="quiet" drawing="speaker" onTap={tap} />
}
