import Taro from '@tarojs/taro'

/** WeChat shows no more than three templates in one dialog. */
const mostTemplates = 3

export interface SubscribeAnswer {
  template: string
  accepted: boolean
}

/**
 * WeChat's question whether it may send a message later. Only in answer to a tap. Empty when WeChat could not ask,
 * such as with messages switched off in its settings.
 */
export const askToSubscribe:
  ((templates: string[]) => Promise<SubscribeAnswer[]>) | undefined = async (templates) => {
  const asked = templates.slice(0, mostTemplates)
  // The types want Alipay's field too; WeChat takes tmplIds alone.
  const request = { tmplIds: asked } as Taro.requestSubscribeMessage.Option
  const answers: Record<string, unknown> = await Taro.requestSubscribeMessage(request).then(
    (reply) => ({ ...reply }),
    () => ({}),
  )
  return asked
    .filter((template) => typeof answers[template] === 'string')
    .map((template) => ({ template, accepted: answers[template] === 'accept' }))
}
