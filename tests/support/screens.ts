import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react/pure'
import axe from 'axe-core'

// What a person does on a screen that a test shows, by what it says aloud.

export const tap = async (name: string | RegExp, role = 'button') =>
  fireEvent.click(await screen.findByRole(role, { name }))
export const open = (name: string | RegExp) => tap(name, 'link')
export const choose = (name: string | RegExp) => tap(name, 'radio')
export const type = async (name: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByRole('textbox', { name }), {
    target: { value },
    detail: { value },
  })
export const inSheet = async (name: string) =>
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name }))
export const seen = (words: string | RegExp) =>
  waitFor(() => expect(document.body.textContent).toMatch(words))

// jsdom has no layout, nor letters to recognise icon fonts by.
HTMLCanvasElement.prototype.getContext = () => null
const withoutLayout = { 'color-contrast': { enabled: false }, region: { enabled: false } }

/** Whatever a test left on the screen, everybody can use it and it says nothing strange; only then is it cleared. */
export const leaveScreen = async (): Promise<void> => {
  const { violations } = await axe.run(document.body, { rules: withoutLayout })
  const words = document.body.textContent
  cleanup()
  expect(words).toMatch(/\p{Script=Han}/u)
  expect(words).not.toMatch(/undefined|NaN|null/)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}
