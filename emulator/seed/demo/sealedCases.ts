import type { Phones } from './index'

interface Place {
  /** Two buildings of the demo centre. */
  buildings: readonly [string, string]
  root: string
  staff: string
  newKey: () => string
}

const category = (word: string): string => `chj_fk-${word}`

/** A quarrel that a mediator talks about, one that waits, somebody who kept their name to themselves, and a lamp that is lit. */
export const openSealedCases = async (as: Phones, place: Place): Promise<void> => {
  const { buildings, root, staff: person, newKey } = place
  await as('demo-admin')('residents', 'grantRole', {
    ...{ key: newKey(), person, role: 'mediator', node: root },
  })
  const say = async (openid: string, word: string, text: string, anonymous = false) => {
    const { id } = await as(openid)('feedback', 'submit', {
      ...{ key: newKey(), category: category(word), text, anonymous },
      place: { node: buildings[openid === 'demo-elder' ? 0 : 1], where: '' },
    })
    await as(openid)('feedback', 'show', { case: id })
    return id
  }
  const staff = as('demo-staff')
  const quarrel = await say('demo-elder', 'dispute', '楼上晚上十点以后还放音乐，说过几回没有用。')
  await staff('feedback', 'takeSealed', { key: newKey(), case: quarrel })
  const { rev } = await staff('feedback', 'sealedCase', { key: newKey(), case: quarrel })
  await staff('feedback', 'sealedStep', {
    ...{ key: newKey(), case: quarrel, rev, kind: 'visit' },
    record: '到楼上坐了半个钟头，年轻人白天上班，晚上练琴。愿意谈。',
    told: '去楼上看过了，他们愿意坐下来谈。',
  })
  await say('demo-resident', 'family', '跟老人为了看病的事吵了几次，想请人劝一劝。')
  await say('demo-resident', 'service', '上次来办事等了很久，没有人理。', true)
  const lamp = await say('demo-resident', 'lamp', '单元门口的路灯坏了，晚上看不见台阶。')
  const seen = await staff('feedback', 'caseForStaff', { case: lamp })
  const taken = await staff('feedback', 'take', { key: newKey(), case: lamp, rev: seen.rev })
  await staff('feedback', 'solve', {
    ...{ key: newKey(), case: lamp, rev: taken.rev, words: '电工换了灯泡，晚上亮了。' },
  })
  await as('demo-resident')('feedback', 'confirm', {
    ...{ key: newKey(), case: lamp, stars: 5, words: '当天就来看了，很快。' },
  })
  await staff('feedback', 'publish', {
    ...{ key: newKey(), case: lamp },
    draft: {
      ...{ title: '单元门口的路灯亮了', words: '电工第二天就换了灯泡，晚上看得见台阶了。' },
      ...{ place: 'building', before: null, after: null },
    },
  })
}
