import { Image } from '@tarojs/components'
import type { OutputOf } from '@/src/api/call'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { tellingPicture } from '@/src/design/picture'
import { Tag } from '@/src/design/Tag'
import './index.scss'

type OperatorProps = { operator: NonNullable<OutputOf<'canteen', 'menu'>['operator']> }

/** Who cooks and under which licence, as the law wants it shown. */
export function Operator({ operator: { name, licence, licencePhoto, halal } }: OperatorProps) {
  return (
    <Card label="谁在做饭">
      <Heading label="谁在做饭" />
      <Figure label="餐厅" value={name} />
      <Figure label="食品经营许可证" value={licence} />
      {halal && <Tag label="有清真许可" tone="pine" drawing="check" />}
      {licencePhoto !== null && (
        <Image
          className="operator__licence"
          src={licencePhoto}
          mode="widthFix"
          {...tellingPicture('食品经营许可证的照片')}
        />
      )}
    </Card>
  )
}
