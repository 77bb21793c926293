import { View } from '@tarojs/components'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { goBack } from '@/src/routes'
import { Form, type FormProps } from '../components/Form'

/** It was not the same after all. */
export function Unmerge({ one, act }: FormProps) {
  const unmerge = useCaseAct('unmerge')
  const send = () =>
    unmerge.submit(
      { case: one.id, rev: one.rev },
      {
        done: () => {
          showToast('分开了，接着单独办')
          goBack()
        },
      },
    )
  return (
    <Form one={one} act={act} of={unmerge} onSend={send}>
      <View>分开以后，这件事按原来的期限单独办。跟着它来的人，不再跟着那一件。</View>
    </Form>
  )
}
