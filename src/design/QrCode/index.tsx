import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { svgAddress } from '../Drawing/svg'
import { tellingPicture } from '../picture'
import { qrSvg } from './svg'
import './index.scss'

type QrCodeProps = {
  /** What the code is for, seen under it and spoken: 我的会员码，给工作人员扫. */
  label: string
  /** What the scanner reads; opaque, never a name or a phone number. Without it the field is empty: it is on its way. */
  value?: string
}

/** A QR code on white with its quiet border, as large as the page allows. */
export function QrCode({ label, value }: QrCodeProps) {
  const address = useMemo(
    () => (value === undefined ? undefined : svgAddress(qrSvg(value))),
    [value],
  )
  return (
    <View className="qr">
      <View className="qr__field">
        <View className="qr__square">
          {address !== undefined && (
            <Image className="qr__code" src={address} {...tellingPicture(`二维码：${label}`)} />
          )}
        </View>
      </View>
      <View className="qr__label">{label}</View>
    </View>
  )
}
