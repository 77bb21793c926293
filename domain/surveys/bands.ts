const bandNames: Readonly<Record<string, string>> = {
  a: '年龄不清楚',
  a0: '18 岁以下',
  a18: '18 到 39 岁',
  a40: '40 到 59 岁',
  a60: '60 到 74 岁',
  a75: '75 岁以上',
}

/** An age band in words, by the name of its slice. */
export const bandName = (slice: string): string => bandNames[slice] ?? slice
