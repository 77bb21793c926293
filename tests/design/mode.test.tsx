import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { refreshMode, useMode } from '@/src/design/mode'
import { modeFor, scaleFor } from '@/src/design/mode/textScale'
import { More } from '@/src/design/More'
import { ModeSwitch } from '@/src/design/ModeSwitch'
import { Page } from '@/src/design/Page'

let phoneScale = 1
jest.mock('@/src/platform/textScale', () => ({ phoneTextScale: () => phoneScale }))

beforeEach(() => {
  phoneScale = 1
  Taro.clearStorageSync()
  refreshMode()
})

const press = (name: string) => act(() => screen.getByRole('button', { name }).click())

function Shown() {
  const { mode, scale } = useMode()
  return <p>{`${mode} ${scale}`}</p>
}

test.each([
  [undefined, 1, 'normal', 1],
  [undefined, 1.25, 'normal', 1.25],
  [undefined, 1.39, 'normal', 1.3],
  [undefined, 1.4, 'elder', 1.4],
  [undefined, 2.5, 'elder', 1.65],
  [undefined, 0.8, 'normal', 1],
  ['elder', 1, 'elder', 1.4],
  ['elder', 1.6, 'elder', 1.6],
  ['normal', 1.65, 'normal', 1.3],
] as const)('choice %s and a phone at %s show %s at %s', (chosen, phone, mode, scale) => {
  expect(modeFor(chosen, phone)).toBe(mode)
  expect(scaleFor(mode, phone)).toBe(scale)
})

test('a person switches to 长辈版 and finds it again next time', () => {
  render(
    <>
      <ModeSwitch />
      <Shown />
    </>,
  )
  press('换成长辈版')
  expect(screen.getByText('elder 1.4')).toBeTruthy()
  expect(Taro.getStorageSync('design.mode')).toBe('elder')
  press('换成普通版')
  expect(screen.getByText('normal 1')).toBeTruthy()
  expect(Taro.getStorageSync('design.mode')).toBe('normal')
})

test('text made larger in WeChat while away is followed when the page shows again', () => {
  phoneScale = 1.5
  const { container } = render(<Page title="今天" />)
  const page = container.querySelector<HTMLElement>('.page')
  expect(page?.className).toContain('design--elder')
  expect(page?.style.getPropertyValue('--scale')).toBe('1.5')
})

test('something else kept under the name is not taken for a choice', () => {
  Taro.setStorageSync('design.mode', 'huge')
  phoneScale = 1.2
  act(refreshMode)
  render(<Shown />)
  expect(screen.getByText('normal 1.2')).toBeTruthy()
})

test('secondary things are in sight in 普通版 and behind one button in 长辈版', () => {
  render(
    <>
      <ModeSwitch />
      <More label="更多说明">
        <p>零基础也可以来</p>
      </More>
    </>,
  )
  expect(screen.getByText('零基础也可以来')).toBeTruthy()
  press('换成长辈版')
  expect(screen.queryByText('零基础也可以来')).toBeNull()
  press('更多说明')
  expect(screen.getByText('零基础也可以来')).toBeTruthy()
  press('收起来')
  expect(screen.queryByText('零基础也可以来')).toBeNull()
})
