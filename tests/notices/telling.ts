import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { clockAt, inHours, lego, publish } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { as, dl, jingHome, staffOf } from '../support/people'

const hour = 3_600_000

export const signedUpTemplate = 'template-signed-up'
export const reminderTemplate = 'template-tomorrow'

/** The centre has chosen two templates on WeChat's site. */
export const chooseTemplates = (cloud: TestCloud) =>
  cloud.admin.collection('settings').add([
    {
      _id: 'dl_s-2026-01-01',
      centre: dl,
      v: 1,
      from: '2026-01-01',
      templates: [
        {
          id: signedUpTemplate,
          events: ['signedUp', 'promoted'],
          fields: { thing1: 'title', time2: 'startsAt', thing3: 'placeName', phrase4: 'note' },
        },
        { id: reminderTemplate, events: ['activityTomorrow'], fields: { thing1: 'title' } },
      ],
    },
  ])

/** The clock stands at a moment, and the timer fires. */
export const timerAt = async (cloud: TestCloud, instant: number): Promise<void> => {
  await cloud.clock(clockAt(instant))
  await cloud.timer('jobs')
}

/** The messages WeChat was asked to send, and whether it did. */
export const messages = async (cloud: TestCloud) =>
  (await cloud.outbox()).filter(({ api }) => api === 'subscribeMessage.send')

/** 合唱团: from 14:00 to 16:00 of a day whose 8:00 is `morning`, open from then on. */
export const choir = (cloud: TestCloud, morning = inHours(0)) =>
  publish(
    cloud,
    lego({
      title: '合唱团',
      sessions: [{ startsAt: morning + 6 * hour, endsAt: morning + 8 * hour }],
      opensAt: morning,
      closesAt: morning + 6 * hour,
      cancelUntil: morning + 6 * hour,
    }),
  )

/** 赵网格员 enters somebody without a phone and signs them up; resolves with the person's id. */
export const broughtByWorker = async (cloud: TestCloud, name: string, activity: string) => {
  const worker = staffOf.jingWorker
  const { id } = await as(cloud, residents, worker)('registerPerson', { name, home: jingHome() })
  await as(cloud, activities, worker)('signUp', { activity, forResident: id })
  return id
}
