import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { openMap } from '@/src/platform/openMap'
import type { About } from '@/types/centre'

/** One place of the centre: where it is, when it is open, how to get there. */
export function Point({ point }: { point: About['points'][number] }) {
  const { name, address, hours, phone, onMap } = point
  return (
    <Card label={name}>
      <Heading label={name} level={3} />
      <View>{address}</View>
      <View>{hours}</View>
      {onMap && (
        <Button
          label="怎么走"
          fuller={`怎么走，${name}`}
          look="secondary"
          drawing="pin"
          onTap={() => openMap(point)}
        />
      )}
      {phone !== null && <CallButton label="打电话" phone={phone} />}
    </Card>
  )
}
