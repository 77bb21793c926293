import Taro from '@tarojs/taro'
import { Button } from '../Button'

type CallButtonProps = {
  /** Whom it reaches: 打电话给社区. */
  label: string
  phone: string
}

/** One tap to a person. The number is on it, so that it can also be dialled from another phone. */
export function CallButton({ label, phone }: CallButtonProps) {
  return (
    <Button
      label={label}
      number={phone}
      look="quiet"
      drawing="phone"
      onTap={() => {
        // Rejected when the person does not go on to call: their choice, nothing to say.
        Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
      }}
    />
  )
}
