import type { ButtonProps } from '@tarojs/components'

type Answer = Parameters<NonNullable<ButtonProps['onGetPhoneNumber']>>[0]

/** The code in the answer of WeChat's phone button, good for one use within 5 minutes; null when the person said no. */
export const phoneCode: ((answer: Answer) => string | null) | undefined = ({ detail }) =>
  (detail as { code?: string }).code || null
