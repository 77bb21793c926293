import { View } from '@tarojs/components'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useAbout, useSaveAbout } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import type { About } from '@/types/centre'
import { PointForm } from './components/PointForm'
import type { Point } from './points'
import './index.scss'

/** What the centre says of itself: name, hours, phone, and its places. */
export default function AboutCentre() {
  const reading = useAbout()
  const { data } = reading
  const cached = cachedAt(reading)
  if (data === undefined)
    return (
      <Page title="中心资料">
        <Reading of={reading} failed="中心资料没有打开">
          {() => null}
        </Reading>
      </Page>
    )
  return <Form about={data} cached={cached} />
}

const sentences: Readonly<Record<string, string>> = {
  name: '请写中心的名字，最多 40 个字',
  phone: '电话只写数字，比如 0411-84000000',
  opens: '请写几点开门',
  closes: '请写几点关门',
  about: '介绍最多 500 个字',
}

type Typed = Omit<About, 'code' | 'phone'> & { phone: string }

const typedOf = ({ name, about, phone, opens, closes, points }: About): Typed => ({
  name,
  about,
  opens,
  closes,
  points,
  phone: phone ?? '',
})

function Form({ about, cached }: { about: About; cached: string | undefined }) {
  const save = useSaveAbout()
  // Until something is typed, what is shown follows what is read.
  const [edited, setEdited] = useState<Typed>()
  const [at, setAt] = useState<number | 'new'>()
  const [removing, setRemoving] = useState<number>()
  const typed = edited ?? typedOf(about)
  const change = (part: Partial<Typed>) => setEdited({ ...typed, ...part })
  const refused = wrongField(save.error)?.replace(/^about\./, '')
  const field = (name: 'name' | 'phone' | 'opens' | 'closes' | 'about') => ({
    value: typed[name],
    onChange: (value: string) => change({ [name]: value }),
    ...(refused === name && sentences[name] && { error: sentences[name] }),
  })
  const send = () =>
    save.submit(
      { about: { ...typed, phone: typed.phone.trim() || null } },
      {
        done: () => {
          setEdited(undefined)
          showToast('存好了，居民马上能看到')
        },
      },
    )
  const openPoint = (point: number | 'new') => {
    setAt(point)
    toTop()
  }
  if (at !== undefined) {
    const editing = at === 'new' ? undefined : typed.points[at]
    const put = (point: Point) => {
      change({
        points:
          at === 'new'
            ? [...typed.points, point]
            : typed.points.map((one, i) => (i === at ? point : one)),
      })
      setAt(undefined)
    }
    return (
      <PointForm
        point={editing}
        onDone={put}
        onRemove={
          at === 'new'
            ? undefined
            : () => {
                setRemoving(at)
                setAt(undefined)
              }
        }
        onBack={() => setAt(undefined)}
      />
    )
  }
  return (
    <Page
      wide
      title="中心资料"
      {...(cached && { cachedAt: cached })}
      action={
        <>
          <Submitted of={save} />
          <Button
            label={edited ? '保存' : '没有改动'}
            off={!edited}
            busy={save.busy || save.waiting}
            onTap={send}
          />
        </>
      }
    >
      <View className="about-centre">
        <View className="about-centre__part">
          <Field label="中心名字" most={40} {...field('name')} />
          <Field label="电话" hint="居民点一下就能打" optional most={13} {...field('phone')} />
          <Field label="几点开门" kind="time" {...field('opens')} />
          <Field
            label="几点关门"
            kind="time"
            hint="24 小时制，下午 5 点填 17 点"
            {...field('closes')}
          />
          <Field label="介绍" kind="lines" optional most={500} {...field('about')} />
        </View>
        <View className="about-centre__part">
          <Heading label="服务点" />
          <Rows label="服务点">
            {typed.points.map(({ name, address }, i) => (
              <Row
                key={`${name} ${i}`}
                label={name}
                detail={address}
                drawing="pin"
                colour="pine"
                onTap={() => openPoint(i)}
              />
            ))}
          </Rows>
          <Button
            label="加一个服务点"
            look="secondary"
            drawing="plus"
            onTap={() => openPoint('new')}
          />
        </View>
      </View>
      {removing !== undefined && (
        <Sheet
          label={`去掉“${typed.points[removing]?.name ?? ''}”吗？`}
          yes={{
            label: '去掉',
            danger: true,
            onTap: () => {
              change({ points: typed.points.filter((_, i) => i !== removing) })
              setRemoving(undefined)
            },
          }}
          onBack={() => setRemoving(undefined)}
        >
          点“保存”以后，居民就看不到这个服务点了。
        </Sheet>
      )}
    </Page>
  )
}
