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

type ChooseCentreProps = {
  /** The code of a centre that was scanned and is not opened yet. */
  unknown?: string
}

/**
 * A phone that has scanned nothing yet: which centre is near? Where there is only one, nobody is asked. Opening one is
 * offered where there is none, or its code was scanned: not to residents who choose.
 */
export function ChooseCentre({ unknown }: ChooseCentreProps) {
  const centres = useCentres()
  const items = centres.data?.items ?? []
  const only = unknown === undefined && items.length === 1 ? items[0] : undefined
  useEffect(() => {
    if (only) chooseCentre(only.code)
  }, [only])
  return (
    <Reading of={centres} failed="没有打开">
      {() => {
        if (only) return <Loading />
        return (
          <>
            {unknown !== undefined && (
              <Empty
                label="这个码的中心还没有开通"
                detail={items.length > 0 ? '请选一个已经开通的中心。' : '请过几天再来扫一扫。'}
              />
            )}
            {unknown === undefined && items.length === 0 && (
              <Empty label="还没有开通的中心" detail="请扫一扫社区门口或海报上的码。" />
            )}
            {items.length > 0 && (
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
            )}
            {(unknown !== undefined || items.length === 0) && (
              <Button
                label="开通一个中心"
                look="quiet"
                onTap={() =>
                  goTo('openCentre', { ...(unknown !== undefined && { code: unknown }) })
                }
              />
            )}
          </>
        )
      }}
    </Reading>
  )
}
