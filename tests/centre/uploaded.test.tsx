import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { CallError } from '@/src/api/call'
import { emptyForm } from '@/src/packages/activities-staff/publish/form'
import { useKept } from '@/src/packages/activities-staff/publish/kept'
import { Uploaded } from '@/src/queries/Uploaded'
import { useUpload } from '@/src/queries/uploads'

type Sent = (
  file: object,
  purpose: string,
  key: string,
  told: (n: number) => void,
) => Promise<string>
const upload = jest.fn<ReturnType<Sent>, Parameters<Sent>>()
jest.mock('@/src/api/upload', () => ({ upload: (...sent: Parameters<Sent>) => upload(...sent) }))
jest.mock('@/src/queries/client', () => ({ retryDelay: () => 0 }))

const photo = { name: '照片.jpg', size: 10, local: 'blob:photo' }

function Sender({ done }: { done: (id: string) => void }) {
  const uploading = useUpload('activityPhoto')
  return (
    <>
      <button onClick={() => uploading.send(photo, done)}>选</button>
      <Uploaded what="照片" of={uploading} />
    </>
  )
}

/** An upload that ends when the test says so. */
const held = () => {
  let end: { resolve: (id: string) => void; reject: (error: Error) => void }
  upload.mockImplementationOnce(() => new Promise((resolve, reject) => (end = { resolve, reject })))
  return { resolve: (id: string) => end.resolve(id), reject: (error: Error) => end.reject(error) }
}

const within = (child: React.ReactNode) =>
  render(<QueryClientProvider client={new QueryClient()}>{child}</QueryClientProvider>)
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  upload.mockReset()
  onlineManager.setOnline(true)
  Taro.clearStorageSync()
})

test('says how far it is, sends one file at a time, and is done', async () => {
  const done = jest.fn()
  const { resolve } = held()
  within(<Sender done={done} />)
  press('选')
  expect(await screen.findByText('照片正在传，请稍等')).toBeTruthy()
  act(() => upload.mock.calls[0]?.[3](47))
  expect(screen.getByText('照片正在传 40%，请稍等')).toBeTruthy()
  press('选')
  await act(async () => resolve('cloud://photo'))
  expect(done.mock.calls).toEqual([['cloud://photo']])
  await waitFor(() => expect(screen.queryByText(/正在传/)).toBeNull())
  expect(upload).toHaveBeenCalledTimes(1)
})

test('is done also when the page is gone by then', async () => {
  const done = jest.fn()
  const { resolve } = held()
  const { unmount } = within(<Sender done={done} />)
  press('选')
  await screen.findByText(/正在传/)
  unmount()
  await act(async () => resolve('cloud://photo'))
  expect(done).toHaveBeenCalledWith('cloud://photo')
})

test('without a network it says so at once, and the same file goes out again under the same key', async () => {
  const done = jest.fn()
  onlineManager.setOnline(false)
  upload.mockRejectedValueOnce(new CallError('centre', 'Offline'))
  within(<Sender done={done} />)
  press('选')
  expect(await screen.findByText(/照片没有传上去/)).toBeTruthy()
  expect(upload).toHaveBeenCalledTimes(1)
  onlineManager.setOnline(true)
  upload.mockResolvedValueOnce('cloud://photo')
  await act(async () => press(/^再传一次/))
  expect(done).toHaveBeenCalledWith('cloud://photo')
  const [[first, , firstKey], [second, , secondKey]] = upload.mock.calls as [
    Parameters<Sent>,
    Parameters<Sent>,
  ]
  expect([second, secondKey]).toEqual([first, firstKey])
})

test('a refusal asks for another file, not for the same again', async () => {
  upload.mockRejectedValueOnce(new CallError('centre', 'FileTooLarge', { most: 5 }))
  within(<Sender done={jest.fn()} />)
  press('选')
  expect(await screen.findByText(/最多 5 兆/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /再传一次/ })).toBeNull()
  expect(upload).toHaveBeenCalledTimes(1)
})

/** The form as its page keeps it: a title is typed while a picture, chosen before, is on its way. */
function Typing({ arrived }: { arrived: Promise<string> }) {
  const [kept, keep] = useKept('new')
  const choose = () =>
    void arrived.then((file) =>
      keep((before) => ({
        form: { ...(before?.form ?? emptyForm('')), photo: { file, shown: 'blob:photo' } },
        base: null,
      })),
    )
  return (
    <>
      <button onClick={choose}>选</button>
      <button onClick={() => keep({ form: { ...emptyForm(''), title: '剪纸课' }, base: null })}>
        写
      </button>
      <p>{`${kept?.form.title ?? ''} ${kept?.form.photo?.file ?? ''} ${kept?.form.photo?.shown ?? ''}`}</p>
    </>
  )
}

test('what is typed while a picture is on its way stays, and later only what the cloud has is shown', async () => {
  let arrive: (file: string) => void = () => undefined
  const arrived = new Promise<string>((resolve) => (arrive = resolve))
  const { unmount } = within(<Typing arrived={arrived} />)
  press('选')
  press('写')
  await act(async () => arrive('cloud://photo'))
  expect(screen.getByText('剪纸课 cloud://photo blob:photo')).toBeTruthy()
  unmount()
  within(<Typing arrived={arrived} />)
  expect(screen.getByText('剪纸课 cloud://photo')).toBeTruthy()
})
