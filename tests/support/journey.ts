import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serveHost } from '@/tests/weapp/host/serve'
import { launchBrowser } from './browser'
import type { TestCloud } from './cloud'
import { saturday } from './people'
import type { Build } from './phone/build'
import { h5Build } from './phone/h5'
import { Phone, type PhoneOptions } from './phone/phone'
import { weappBuild } from './phone/weapp'
import { borrowCloud } from './warmClouds'

const DIST = join(__dirname, '../../dist')

/** One browser for all journeys of a file: each phone in it is a world of its own. */
let browser: Promise<Browser> | undefined
afterAll(async () => {
  await (await browser)?.close()
})

/** What a journey has at hand. */
export interface Journey {
  build: Build['name']
  cloud: TestCloud
  /** Gives someone a phone of their own. */
  phone(openid: string, options?: PhoneOptions): Promise<Phone>
}

/**
 * Tells the same story twice: on the browser app and on the built WeChat package in its host, each with an empty cloud.
 * Afterwards no phone may have seen an error or passed a limit of the platform.
 */
export function describeJourney(
  name: string,
  steps: (on: Journey) => Promise<void>,
  { now = saturday }: { now?: string } = {},
): void {
  const borrow = () => borrowCloud({ now, web: 'dist/h5' })
  describe(name, () => {
    test('in the browser app', async () => {
      const cloud = await borrow()
      try {
        await tell(steps, h5Build(cloud.url), cloud)
      } finally {
        await cloud.stop()
      }
    })

    test('in the WeChat package', async () => {
      const cloud = await borrow()
      const host = await serveHost({ folder: join(DIST, 'weapp'), cloud: cloud.url })
      try {
        await tell(steps, weappBuild(host.url), cloud)
      } finally {
        await host.close()
        await cloud.stop()
      }
    })
  })
}

async function tell(
  steps: (on: Journey) => Promise<void>,
  build: Build,
  cloud: TestCloud,
): Promise<void> {
  const phones: Phone[] = []
  browser ??= launchBrowser()
  const launched = await browser
  try {
    await steps({
      build: build.name,
      cloud,
      phone: async (openid, options) => {
        const phone = await Phone.of(build, launched, openid, options)
        phones.push(phone)
        return phone
      },
    })
    for (const phone of phones) expect(await phone.problems()).toEqual([])
  } finally {
    for (const phone of phones) await phone.close()
  }
}
