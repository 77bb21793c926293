import { examples as Button } from '../Button/examples'
import { examples as CallButton } from '../CallButton/examples'
import { examples as Card } from '../Card/examples'
import { examples as Choice } from '../Choice/examples'
import { examples as Countdown } from '../Countdown/examples'
import { examples as DayStrip } from '../DayStrip/examples'
import { examples as Drawing } from '../Drawing/examples'
import { examples as Empty } from '../Empty/examples'
import { examples as Failed } from '../Failed/examples'
import { examples as Field } from '../Field/examples'
import { examples as Figure } from '../Figure/examples'
import { examples as Heading } from '../Heading/examples'
import { examples as Loading } from '../Loading/examples'
import { examples as ModeSwitch } from '../ModeSwitch/examples'
import { examples as More } from '../More/examples'
import { examples as Notice } from '../Notice/examples'
import { examples as Page } from '../Page/examples'
import { examples as Paper } from '../Paper/examples'
import { examples as QrCode } from '../QrCode/examples'
import { examples as Row } from '../Row/examples'
import { examples as Sheet } from '../Sheet/examples'
import { examples as Speak } from '../Speak/examples'
import { examples as Stepper } from '../Stepper/examples'
import { examples as Switch } from '../Switch/examples'
import { examples as Tabs } from '../Tabs/examples'
import { examples as Tag } from '../Tag/examples'
import { examples as Toast } from '../Toast/examples'
import type { Example } from './example'

/** Every control with its examples. */
export const controls: Record<string, Example[]> = {
  Button,
  CallButton,
  Card,
  Choice,
  Countdown,
  DayStrip,
  Drawing,
  Empty,
  Failed,
  Field,
  Figure,
  Heading,
  Loading,
  ModeSwitch,
  More,
  Notice,
  Page,
  Paper,
  QrCode,
  Row,
  Sheet,
  Speak,
  Stepper,
  Switch,
  Tabs,
  Tag,
  Toast,
}
