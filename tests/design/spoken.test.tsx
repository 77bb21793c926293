import { spoken } from '@/src/design/spoken'

afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

test('a browser is told the role by its standard name', () => {
  expect(spoken({ role: 'dialog', label: '取消这次报名吗？' })).toEqual({
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': '取消这次报名吗？',
  })
})

test('WeChat is told the role by the name it knows', () => {
  process.env.TARO_ENV = 'weapp'
  expect(spoken({ role: 'switch', label: '提醒我', checked: false, live: 'polite' })).toEqual({
    'aria-role': 'switch',
    'aria-label': '提醒我',
    'aria-checked': 'false',
    'aria-live': 'polite',
  })
})

test('what is not said is left out', () => {
  expect(spoken({ hidden: true, disabled: undefined })).toEqual({ 'aria-hidden': 'true' })
})
