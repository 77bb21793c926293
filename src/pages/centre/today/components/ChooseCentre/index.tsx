import { useEffect } from 'react'
import { chooseCentre } from '@/src/api/centre'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Loading } from '@/src/design/Loading'
import { Row, Rows } from '@/src/design/Row'
import { useCentres } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'

/** A phone that has scanned nothing yet: which centre is near? Where there is only one, nobody is asked. */
export function ChooseCentre() {
  const centres = useCentres()
  const only = centres.data?.items.length === 1 ? centres.data.items[0] : undefined
  useEffect(() => {
    if (only) chooseCentre(only.code)
  }, [only])
  return (
    <Reading of={centres} failed="没有打开">
      {({ items }) => {
        if (only) return <Loading />
        if (items.length === 0)
          return <Empty label="还没有开通的中心" detail="请扫一扫社区门口或海报上的码。" />
        return (
          <>
            <Heading label="您常去哪一个中心？" />
            <Rows label="中心">
              {items.map(({ code, name }) => (
                <Row
                  key={code}
                  label={name}
                  drawing="house"
                  colour="pine"
                  onTap={() => chooseCentre(code)}
                />
              ))}
            </Rows>
          </>
        )
      }}
    </Reading>
  )
}
