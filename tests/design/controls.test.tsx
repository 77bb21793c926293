import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import jsQR from 'jsqr'
import { encode } from 'uqr'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Countdown } from '@/src/design/Countdown'
import { timeLeft } from '@/src/design/Countdown/timeLeft'
import { DayStrip } from '@/src/design/DayStrip'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { qrSvg } from '@/src/design/QrCode/svg'
import { Row } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Stepper } from '@/src/design/Stepper'
import { Switch } from '@/src/design/Switch'
import { Tabs } from '@/src/design/Tabs'
import { showToast } from '@/src/design/Toast'

const voice = { ended: () => {}, read: jest.fn(), silence: jest.fn() }
jest.mock('@/src/platform/speech', () => ({
  speech: {
    read: (words: string, ended: () => void) => {
      voice.ended = ended
      voice.read(words)
    },
    silence: () => voice.silence(),
  },
}))

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

const tap = (role: string, name: string | RegExp) =>
  act(() => screen.getByRole(role, { name }).click())

describe('a button', () => {
  test('does its work on a tap, and on Enter and the space bar for people with a keyboard', () => {
    const onTap = jest.fn()
    render(<Button label="马上报名" onTap={onTap} />)
    const button = screen.getByRole('button', { name: '马上报名' })
    act(() => button.click())
    fireEvent.keyDown(button, { key: 'Enter' })
    fireEvent.keyDown(button, { key: ' ' })
    fireEvent.keyDown(button, { key: 'a' })
    expect(onTap).toHaveBeenCalledTimes(3)
  })

  test.each([{ busy: true }, { off: true }])('does nothing more while %o, and says so', (state) => {
    const onTap = jest.fn()
    render(<Button label="马上报名" onTap={onTap} {...state} />)
    const button = screen.getByRole('button', { name: /马上报名/ })
    act(() => button.click())
    fireEvent.keyDown(button, { key: 'Enter' })
    expect(onTap).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })

  test('that is busy is called busy, aloud and in sight', () => {
    render(<Button label="马上报名" busy onTap={() => {}} />)
    expect(screen.getByRole('button', { name: '马上报名，请稍候' }).textContent).toContain('请稍候')
  })
})

test('calling dials the number that is written on the button; hanging up is no error', async () => {
  const call = jest.spyOn(Taro, 'makePhoneCall').mockRejectedValue(new Error('cancelled'))
  render(<CallButton label="打电话给社区" phone="010-0000-0000" />)
  await act(async () => screen.getByRole('button', { name: '打电话给社区 010-0000-0000' }).click())
  expect(call).toHaveBeenCalledWith({ phoneNumber: '010-0000-0000' })
})

describe('choosing', () => {
  const options = [
    { value: 'self', label: '我自己' },
    { value: 'mother', label: '李奶奶', detail: '84 岁' },
    { value: 'child', label: '小宝', detail: '要满 6 岁', off: true },
  ]

  test('one answer', () => {
    const onChange = jest.fn()
    render(<Choice label="替谁报名" options={options} value="self" onChange={onChange} />)
    expect(screen.getByRole('radio', { name: '我自己' }).getAttribute('aria-checked')).toBe('true')
    tap('radio', '李奶奶，84 岁')
    expect(onChange).toHaveBeenCalledWith('mother')
  })

  test('never an answer that is refused, whose reason is spoken', () => {
    const onChange = jest.fn()
    render(<Choice label="替谁报名" options={options} value="self" onChange={onChange} />)
    tap('radio', '小宝，要满 6 岁')
    expect(onChange).not.toHaveBeenCalled()
  })

  test('several answers, and taking one back', () => {
    const onChange = jest.fn()
    render(<Choice many label="替谁" options={options} value={['self']} onChange={onChange} />)
    tap('checkbox', '李奶奶，84 岁')
    expect(onChange).toHaveBeenLastCalledWith(['self', 'mother'])
    tap('checkbox', '我自己')
    expect(onChange).toHaveBeenLastCalledWith([])
  })

  test('a day by its date, weekday and word', () => {
    const onChange = jest.fn()
    render(
      <DayStrip
        label="选一天"
        days={['2026-11-21', '2026-11-22']}
        today="2026-11-21"
        value="2026-11-21"
        onChange={onChange}
        words={{ '2026-11-22': '已满' }}
      />,
    )
    tap('radio', '11月22日，星期日，已满')
    expect(onChange).toHaveBeenCalledWith('2026-11-22')
    const chosen = screen.getByRole('radio', { name: '11月21日，今天' })
    expect(chosen.getAttribute('aria-checked')).toBe('true')
  })

  test('a tab', () => {
    const onChange = jest.fn()
    const tabs = [
      { value: 'all', label: '全部' },
      { value: 'elder', label: '老人' },
    ]
    render(<Tabs label="给谁的活动" tabs={tabs} value="all" onChange={onChange} />)
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('全部')
    tap('tab', '老人')
    expect(onChange).toHaveBeenCalledWith('elder')
  })

  test('on or off', () => {
    const onChange = jest.fn()
    render(<Switch label="提醒我" on={false} onChange={onChange} />)
    expect(screen.getByRole('switch').textContent).toContain('关')
    tap('switch', '提醒我')
    expect(onChange).toHaveBeenCalledWith(true)
  })
})

test('a stepper stops at its ends', () => {
  function Portions() {
    const [count, setCount] = useState(1)
    return <Stepper label="狮子头" unit="份" value={count} onChange={setCount} most={2} />
  }
  render(<Portions />)
  tap('button', '狮子头，增加一份')
  tap('button', '狮子头，增加一份')
  expect(screen.getByText('2 份')).toBeTruthy()
  tap('button', '狮子头，减少一份')
  tap('button', '狮子头，减少一份')
  tap('button', '狮子头，减少一份')
  expect(screen.getByText('0 份')).toBeTruthy()
})

describe('typing', () => {
  const type = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

  function Asked(field: Partial<Parameters<typeof Field>[0]> & { heard: (value: string) => void }) {
    const { heard, value: from = '', ...rest } = field
    const [value, setValue] = useState(from)
    const take = (typed: string) => {
      heard(typed)
      setValue(typed)
    }
    return <Field label="出生日期" {...rest} value={value} onChange={take} />
  }

  test('a birth date becomes a day once it is whole, and only a day that exists', () => {
    const heard = jest.fn()
    render(<Asked kind="date" heard={heard} />)
    type('出生日期，年', '1942')
    type('出生日期，月', '2')
    expect(heard).toHaveBeenLastCalledWith('')
    type('出生日期，日', '30')
    expect(heard).toHaveBeenLastCalledWith('')
    type('出生日期，日', '28')
    expect(heard).toHaveBeenLastCalledWith('1942-02-28')
  })

  test('a known date is filled in, also when it arrives later', () => {
    const { rerender } = render(<Field label="生日" kind="date" value="" onChange={() => {}} />)
    rerender(<Field label="生日" kind="date" value="1942-03-05" onChange={() => {}} />)
    const values = screen.getAllByRole<HTMLInputElement>('textbox').map((input) => input.value)
    expect(values).toEqual(['1942', '03', '05'])
  })

  test('a time becomes one once both parts are there', () => {
    const heard = jest.fn()
    render(<Asked label="几点" kind="time" heard={heard} />)
    type('几点，点', '9')
    expect(heard).toHaveBeenLastCalledWith('')
    type('几点，分', '5')
    expect(heard).toHaveBeenLastCalledWith('09:05')
    type('几点，点', '24')
    expect(heard).toHaveBeenLastCalledWith('')
  })

  test('a phone number keeps its digits and drops the rest', () => {
    const heard = jest.fn()
    render(<Asked label="手机号" kind="phone" heard={heard} />)
    type('手机号', '138-0013 8000')
    expect(heard).toHaveBeenLastCalledWith('13800138000')
  })

  test('words stay as they are', () => {
    const heard = jest.fn()
    render(<Asked label="想说的话" kind="lines" heard={heard} />)
    type('想说的话', '3 楼的灯坏了')
    expect(heard).toHaveBeenLastCalledWith('3 楼的灯坏了')
  })

  test('an error is in the name of the field, in sight and announced', () => {
    const error = '手机号要 11 位，还少 1 位'
    render(
      <Field label="手机号" kind="phone" value="1380013800" onChange={() => {}} error={error} />,
    )
    const field = screen.getByRole('textbox', { name: `手机号，${error}` })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText(error).getAttribute('aria-live')).toBe('assertive')
  })
})

describe('a sheet', () => {
  const question = (yes = jest.fn(), back = jest.fn(), busy = false) => (
    <Sheet label="取消报名吗？" yes={{ label: '取消报名', onTap: yes, busy }} onBack={back}>
      名额会让给别人。
    </Sheet>
  )

  test('goes on only when asked to', () => {
    const yes = jest.fn()
    const back = jest.fn()
    render(question(yes, back))
    tap('button', '返回')
    expect([yes.mock.calls.length, back.mock.calls.length]).toEqual([0, 1])
    tap('button', '取消报名')
    expect([yes.mock.calls.length, back.mock.calls.length]).toEqual([1, 1])
  })

  test('holds the keyboard, goes back on Escape, and gives focus back', () => {
    const back = jest.fn()
    const before = render(<Button label="打开" onTap={() => {}} />)
    const opener = screen.getByRole('button', { name: '打开' })
    opener.focus()
    const { unmount } = render(question(jest.fn(), back))
    expect(document.activeElement).toBe(screen.getByRole('dialog'))
    const press = (key: string, shiftKey = false) =>
      fireEvent.keyDown(document.activeElement as Element, { key, shiftKey })
    const focused = () => document.activeElement?.getAttribute('aria-label')
    press('Tab')
    expect(focused()).toBe('取消报名')
    press('Tab', true)
    expect(focused()).toBe('返回')
    press('Tab')
    expect(focused()).toBe('取消报名')
    press('Escape')
    expect(back).toHaveBeenCalledTimes(1)
    unmount()
    expect(document.activeElement).toBe(opener)
    before.unmount()
  })

  test('cannot be left half-way through', () => {
    const back = jest.fn()
    render(question(jest.fn(), back, true))
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
    tap('button', '返回')
    expect(back).not.toHaveBeenCalled()
  })
})

describe('passing news', () => {
  test('is announced in a place that was there before, stays at least 5 seconds, then goes', () => {
    jest.useFakeTimers()
    render(<Page title="今天" />)
    const places = screen.getAllByRole('status')
    act(() => showToast('已经替您记下'))
    const place = places.find((one) => one.textContent === '已经替您记下')
    expect(place?.getAttribute('aria-live')).toBe('polite')
    act(() => void jest.advanceTimersByTime(5000))
    expect(screen.queryByText('已经替您记下')).not.toBeNull()
    act(() => void jest.advanceTimersByTime(5000))
    expect(screen.queryByText('已经替您记下')).toBeNull()
  })

  test('later news has its own full time, and can be closed sooner', () => {
    jest.useFakeTimers()
    render(<Page title="今天" />)
    act(() => showToast('第一条'))
    act(() => void jest.advanceTimersByTime(5000))
    act(() => showToast('第二条', 'warn'))
    act(() => void jest.advanceTimersByTime(5000))
    expect(screen.queryByText('第二条')).not.toBeNull()
    tap('button', '知道了，关闭提示')
    expect(screen.queryByText('第二条')).toBeNull()
  })
})

test('an error is read out at once, other news when the reader pauses', () => {
  render(
    <>
      <Notice kind="error" label="没有提交成功" />
      <Notice kind="done" label="报名成功" />
    </>,
  )
  expect(screen.getByRole('alert').getAttribute('aria-live')).toBe('assertive')
  expect(screen.getByRole('status').getAttribute('aria-live')).toBe('polite')
})

describe('time left', () => {
  test.each([
    [2 * 86_400_000 + 3 * 3_600_000 + 1, '2 天 3 小时'],
    [3_600_000 + 5 * 60_000, '1 小时 05 分'],
    [4 * 60_000 + 9_000, '4 分 09 秒'],
    [59_001, '1 分 00 秒'],
    [8_000, '8 秒'],
    [1, '1 秒'],
    [0, '时间到了'],
    [-5_000, '时间到了'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(timeLeft(milliseconds)).toBe(words)
  })

  test('is counted by server time, and its end is told once', () => {
    jest.useFakeTimers()
    const serverIsAheadBy = 30_000
    const now = () => Date.now() + serverIsAheadBy
    const onEnd = jest.fn()
    render(<Countdown label="报名开始还有" until={Date.now() + 32_000} now={now} onEnd={onEnd} />)
    expect(screen.getByText('2 秒')).toBeTruthy()
    act(() => void jest.advanceTimersByTime(1000))
    expect(screen.getByText('1 秒')).toBeTruthy()
    expect(onEnd).not.toHaveBeenCalled()
    act(() => void jest.advanceTimersByTime(10_000))
    expect(screen.getByText('时间到了')).toBeTruthy()
    expect(onEnd).toHaveBeenCalledTimes(1)
  })
})

test('reading aloud stops at a second tap, and by itself at the end', () => {
  render(<Speak label="读给我听" words="改到两点半" />)
  tap('button', '读给我听')
  expect(voice.read).toHaveBeenCalledWith('改到两点半')
  tap('button', '不读了')
  expect(voice.silence).toHaveBeenCalledTimes(1)
  tap('button', '读给我听')
  act(() => voice.ended())
  expect(screen.getByRole('button', { name: '读给我听' })).toBeTruthy()
})

/** Paints the path of a code's SVG, one run of modules after another, as a scanner's camera would see it. */
const paint = (svg: string, perModule = 4) => {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = side * perModule
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  const dark = svg.slice(svg.lastIndexOf(' d="'))
  for (const [, x, y, length] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let row = Number(y) * perModule; row < (Number(y) + 1) * perModule; row++) {
      const from = row * width + Number(x) * perModule
      for (let at = from; at < from + Number(length) * perModule; at++) {
        pixels.fill(0, at * 4, at * 4 + 3)
      }
    }
  }
  return { pixels, width }
}

test.each(['m7Q2vX9dKc4TzR1bWn8y', 'https://example.org/q?c=8f3a1c&t=20261121', '李'])(
  'a scanner reads %s from the drawn code, which keeps its quiet border',
  (value) => {
    const svg = qrSvg(value)
    const { pixels, width } = paint(svg)
    const read = jsQR(pixels, width, width)
    expect(read && Buffer.from(read.binaryData).toString('utf8')).toBe(value)
    const plain = encode(value, { ecc: 'M', border: 0 }).size
    expect(svg).toContain(`viewBox="0 0 ${plain + 8} ${plain + 8}"`)
  },
)

test('a row or a card that leads somewhere says all of itself; one that does not is no control', () => {
  const onTap = jest.fn()
  render(
    <>
      <Row label="家里人" saying="李奶奶已核实" onTap={onTap} />
      <Row label="地址" detail="三楼" />
      <Card label="书画课" onTap={onTap} />
    </>,
  )
  tap('link', '家里人，李奶奶已核实')
  tap('button', '书画课')
  expect(onTap).toHaveBeenCalledTimes(2)
  expect(screen.getAllByRole('link')).toHaveLength(1)
})

test('a page says when what it shows was fetched', () => {
  render(<Page title="今天" cachedAt="上午 9:05 " />)
  expect(screen.getByText('网络不好，这是上午 9:05 的内容')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('今天')
})
