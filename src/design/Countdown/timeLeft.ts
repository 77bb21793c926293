const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Milliseconds as people say them: 2 天 3 小时, 1 小时 05 分, 4 分 09 秒, 8 秒, 时间到了. Rounded up to whole seconds. */
export const timeLeft = (milliseconds: number): string => {
  if (milliseconds <= 0) return '时间到了'
  const left = Math.ceil(milliseconds / second) * second
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  if (left >= day) return `${Math.floor(left / day)} 天 ${Math.floor((left % day) / hour)} 小时`
  if (left >= hour) return `${Math.floor(left / hour)} 小时 ${two((left % hour) / minute)} 分`
  if (left >= minute) return `${Math.floor(left / minute)} 分 ${two((left % minute) / second)} 秒`
  return `${left / second} 秒`
}
