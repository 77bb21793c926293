import type { InnerAudioContext } from '@tarojs/taro'

/** 微信同声传译 and WeChat's player, as far as reading aloud uses them: each piece of sound waits until it is ended. */
async function phone() {
  const { default: Taro } = await import('@tarojs/taro')
  const said: string[] = []
  const players: { src: string; destroyed: boolean; end: () => void; fail: () => void }[] = []
  let broken = false
  const textToSpeech = ({
    content,
    success,
    fail,
  }: {
    content: string
    success: (reply: { filename: string }) => void
    fail: () => void
  }) => {
    said.push(content)
    if (broken) fail()
    else success({ filename: `https://sound/${said.length}` })
  }
  Object.assign(globalThis, { requirePlugin: () => ({ textToSpeech }) })
  jest.spyOn(Taro, 'createInnerAudioContext').mockImplementation(() => {
    const player = { src: '', destroyed: false, end: () => {}, fail: () => {} }
    players.push(player)
    return {
      set src(address: string) {
        player.src = address
      },
      play: () => {},
      destroy: () => (player.destroyed = true),
      onEnded: (ended: () => void) => (player.end = ended),
      onError: (failed: () => void) => (player.fail = failed),
    } as unknown as InnerAudioContext
  })
  return { said, players, breakDown: () => (broken = true) }
}

const load = () => import('@/src/platform/speech.weapp')

/** Each test asks anew whether the plugin is there. */
beforeEach(() => {
  jest.resetModules()
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'requirePlugin')
  jest.restoreAllMocks()
})

test('a package without the plugin offers nothing', async () => {
  expect((await load()).speech).toBeUndefined()
})

test('words are cut where a sentence ends, and never above what the plugin takes', async () => {
  const { piecesOf } = await load()
  const sentence = `${'长'.repeat(149)}。`
  expect(piecesOf(sentence.repeat(3))).toEqual([sentence.repeat(2), sentence])
  expect(piecesOf('长'.repeat(700)).map(({ length }) => length)).toEqual([300, 300, 100])
  expect(piecesOf('声乐班。周二上午')).toEqual(['声乐班。周二上午'])
})

test('reads piece after piece, and says once that it has ended', async () => {
  const { said, players } = await phone()
  const { speech } = await load()
  const ended = jest.fn()
  speech!.read('长'.repeat(400), ended)
  expect(players.map(({ src }) => src)).toEqual(['https://sound/1'])
  players[0]!.end()
  expect(players.map(({ src }) => src)).toEqual(['https://sound/1', 'https://sound/2'])
  expect(ended).not.toHaveBeenCalled()
  players[1]!.end()
  expect(ended).toHaveBeenCalledTimes(1)
  expect(said.join('')).toBe('长'.repeat(400))
})

test('silence stops the sound, and another text takes the place of the first', async () => {
  const { players } = await phone()
  const { speech } = await load()
  const [first, second] = [jest.fn(), jest.fn()]
  speech!.read('第一段', first)
  speech!.read('第二段', second)
  expect(first).toHaveBeenCalledTimes(1)
  expect(players.map(({ destroyed }) => destroyed)).toEqual([true, false])
  speech!.silence()
  expect(players[1]!.destroyed).toBe(true)
  expect(second).toHaveBeenCalledTimes(1)
})

test('where the sound cannot be made or played, reading ends', async () => {
  const { players, breakDown } = await phone()
  const { speech } = await load()
  const [unplayed, unmade] = [jest.fn(), jest.fn()]
  speech!.read('声乐班', unplayed)
  players[0]!.fail()
  expect(unplayed).toHaveBeenCalledTimes(1)
  breakDown()
  speech!.read('声乐班', unmade)
  expect(unmade).toHaveBeenCalledTimes(1)
})
