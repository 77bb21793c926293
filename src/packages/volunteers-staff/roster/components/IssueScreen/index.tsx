import { useState } from 'react'
import { currentCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { NewLink } from '@/src/packages/activities-staff/displays/components/NewLink'
import { webAddress } from '@/src/platform/webAddress'
import { useIssueDisplay } from '@/src/queries/centre'
import { Submitted } from '@/src/queries/Submitted'
import { address } from '@/src/routes'

/** The whole address of a shift's screen: it holds the token, which is shown this once. */
const linkOf = (shift: string, token: string): string =>
  `${webAddress()}#${address('shiftScreen', {
    centre: currentCentre() ?? '',
    shift,
    display: token,
  })}`

/** Makes a link for the screen where the volunteers of one shift meet, and shows it, once. */
export function IssueScreen({ shift }: { shift: string }) {
  const issue = useIssueDisplay()
  const [link, setLink] = useState<string>()
  if (link !== undefined)
    return <NewLink link={link} shows="志愿者签到屏" onClose={() => setLink(undefined)} />
  return (
    <>
      <Submitted of={issue} />
      <Button
        label="给墙上的屏幕发链接"
        look="quiet"
        busy={issue.busy || issue.waiting}
        onTap={() =>
          issue.submit(
            { shows: 'shift', thing: shift },
            { done: ({ token }) => setLink(linkOf(shift, token)) },
          )
        }
      />
    </>
  )
}
