/** What somebody can be thanked for: each kind has a source in cloudfunctions/honours/sources.ts. */
export const thanksKinds = ['shift', 'errand'] as const

export type ThanksKind = (typeof thanksKinds)[number]
