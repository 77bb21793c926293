/** 张三丰 → 张**; how others may see a name. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(rest.length, 1))
}

/** 13812345678 → 138****5678; shorter numbers keep their last two digits. */
export const maskPhone = (phone: string): string =>
  phone.length === 11
    ? `${phone.slice(0, 3)}****${phone.slice(7)}`
    : '*'.repeat(Math.max(phone.length - 2, 1)) + phone.slice(-2)
