const byName = new Intl.Collator('zh-CN', { numeric: true })

/** 2号楼 before 10号楼. */
export const inOrder = <T extends { name: string }>(places: readonly T[]): T[] =>
  [...places].sort((a, b) => byName.compare(a.name, b.name))
