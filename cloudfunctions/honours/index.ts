import { honours as contract } from '@/types/honours'
import { serve } from '../kit/serve'
import { answerThanks } from './answerThanks'
import { certificate } from './certificate'
import { certificateFile } from './certificateFile'
import { certify } from './certify'
import { checkCertificate } from './checkCertificate'
import { exportRecords } from './exportRecords'
import { honours } from './honours'
import { honoursForStaff } from './honoursForStaff'
import { myCertificates } from './myCertificates'
import { myThanks } from './myThanks'
import { ranking } from './ranking'
import { saveHonour } from './saveHonour'
import { takeThanksDown } from './takeThanksDown'
import { thank } from './thank'
import { thanksToRead } from './thanksToRead'
import { toThank } from './toThank'
import { whomToThank } from './whomToThank'

export const main = serve(contract, {
  honours,
  honoursForStaff,
  saveHonour,
  takeThanksDown,
  ranking,
  toThank,
  whomToThank,
  thank,
  myThanks,
  thanksToRead,
  answerThanks,
  certify,
  myCertificates,
  certificate,
  certificateFile,
  checkCertificate,
  exportRecords,
})
