/**
 * Percent of the population by five-year age group: Seventh National Population Census of China, 2020
 * (0–14: 18.0, 60 and over: 18.7, 65 and over: 13.5). `from` is the youngest age of the group.
 */
export const agePyramid = [
  { from: 0, percent: 5.52 },
  { from: 5, percent: 6.39 },
  { from: 10, percent: 6.05 },
  { from: 15, percent: 5.16 },
  { from: 20, percent: 5.31 },
  { from: 25, percent: 6.52 },
  { from: 30, percent: 8.81 },
  { from: 35, percent: 7.03 },
  { from: 40, percent: 6.6 },
  { from: 45, percent: 8.11 },
  { from: 50, percent: 8.59 },
  { from: 55, percent: 7.19 },
  { from: 60, percent: 5.2 },
  { from: 65, percent: 5.25 },
  { from: 70, percent: 3.52 },
  { from: 75, percent: 2.21 },
  { from: 80, percent: 1.44 },
  { from: 85, percent: 0.76 },
  { from: 90, percent: 0.26 },
  { from: 95, percent: 0.08 },
] as const

/** Persons of an average household in the same census. */
export const householdSize = 2.62

/** Percent of the population with the most common surnames; everybody else gets one of `otherSurnames`. */
export const surnames = [
  { name: '王', percent: 7.2 },
  { name: '李', percent: 7.1 },
  { name: '张', percent: 6.8 },
  { name: '刘', percent: 5.1 },
  { name: '陈', percent: 4.6 },
  { name: '杨', percent: 3.1 },
  { name: '黄', percent: 2.3 },
  { name: '赵', percent: 2.1 },
  { name: '吴', percent: 2.0 },
  { name: '周', percent: 1.9 },
] as const

export const otherSurnames =
  '徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任'
