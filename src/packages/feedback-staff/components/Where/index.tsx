import { Row } from '@/src/design/Row'
import { Building } from '@/src/packages/feedback/components/Building'

export interface Spot {
  id: string
  name: string
}

type WhereProps = { value: Spot | null; onChange: (spot: Spot | null) => void }

/** Where it is: a community, and a building of it where it is at one. */
export function Where({ value, onChange }: WhereProps) {
  if (!value) return <Building onPick={(id, name) => onChange({ id, name })} />
  return (
    <Row
      label={value.name}
      detail="点这里换一个地方"
      drawing="pin"
      colour="pine"
      onTap={() => onChange(null)}
    />
  )
}
