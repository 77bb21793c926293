import type { Input } from '@/types/shared/contract'
import type { feedback } from '@/types/feedback'
import type { Phones } from './index'

interface Place {
  centre: string
  /** A building of the grid worker's. */
  building: string
  newKey: () => string
}

type Message = Omit<Input<(typeof feedback)['procedures']['submit']>, 'key' | 'place'>

/**
 * What residents of a neighbourhood say (invented): one is solved and rated, one is on its way, one is joined, and who
 * telephoned about one is to be called.
 */
export const reportToWorker = async (
  as: Phones,
  { centre, building, newKey }: Place,
): Promise<void> => {
  const say = async (openid: string, where: string, message: Message): Promise<string> => {
    const { id } = await as(openid)('feedback', 'submit', {
      ...{ key: newKey(), place: { node: building, where }, ...message },
    })
    await as(openid)('feedback', 'show', { case: id })
    return id
  }
  const worker = as('demo-grid')
  const take = async (one: string): Promise<number> => {
    const { rev } = await worker('feedback', 'caseForStaff', { case: one })
    return (await worker('feedback', 'take', { key: newKey(), case: one, rev })).rev
  }
  const of = (word: string) => `${centre}_fk-${word}`

  const lamp = await say('demo-elder', '二单元门口', {
    ...{ category: of('lamp'), text: '门口的路灯晚上不亮，怕老人摔跤（演示）' },
  })
  const rev = await take(lamp)
  const words = '灯泡换好了，今晚就亮（演示）'
  await worker('feedback', 'solve', { key: newKey(), case: lamp, rev, words, photos: [] })
  await as('demo-elder')('feedback', 'confirm', {
    ...{ key: newKey(), case: lamp, stars: 5, words: '修得快，谢谢' },
  })

  const leak = await say('demo-resident', '三楼楼道', {
    ...{ category: of('repair'), text: '三楼楼道顶上漏水，墙皮掉了（演示）' },
  })
  await take(leak)
  await as('demo-elder')('feedback', 'join', { key: newKey(), case: leak })

  // Somebody without a record telephoned: it is done, and they are still to be called.
  const called = await worker('feedback', 'submit', {
    ...{ key: newKey(), category: of('clean'), text: '楼下的垃圾桶满了三天没人收（演示）' },
    place: { node: building, where: '西门边上' },
    caller: { name: '赵奶奶', phone: '041184000000' },
  })
  const known = await worker('feedback', 'caseForStaff', { case: called.id })
  await worker('feedback', 'solve', {
    ...{ key: newKey(), case: called.id, rev: known.rev, photos: [] },
    words: '桶倒空了，以后每天早上收（演示）',
  })

  await say('demo-resident', '东门外的路口', {
    ...{ category: of('road'), text: '出门过马路没有斑马线，车又快（演示）' },
  })
}
