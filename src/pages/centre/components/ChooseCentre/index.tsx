import { useEffect } from 'react'
import { chooseCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Loading } from '@/src/design/Loading'
import { Row, Rows } from '@/src/design/Row'
import { useCentres } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { goTo } from '@/src/routes'

/** For whoever sets up a centre, with the setup code of this deployment. */
const openOne = <Button label="开通一个中心" look="quiet" onTap={() => goTo('openCentre')} />

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
          return (
            <>
              <Empty label="还没有开通的中心" detail="请扫一扫社区门口或海报上的码。" />
              {openOne}
            </>
          )
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
            {openOne}
          </>
        )
      }}
    </Reading>
  )
}
