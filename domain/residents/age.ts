import { isDay, type Day } from '@/types/shared/day'

/** From this age on nobody agrees in somebody's place; they go into homes, serve alone, and answer for others. */
export const adultFrom = 18

/**
 * Whole years on a day. A birthday counts from the day itself; born on 29 February, the birthday of other years is
 * 1 March (Opinions of the Supreme People's Court count a year as full only once its day has come).
 */
export const ageOn = (birthDate: Day, day: Day): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1
}

/** The day somebody turns so many years old: the first day of which `ageOn` says so. */
export const birthday = (birthDate: Day, years: number): Day => {
  const year = String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')
  const day = `${year}${birthDate.slice(4)}`
  return isDay(day) ? day : `${year}-03-01`
}
