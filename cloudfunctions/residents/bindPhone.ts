import { residents } from '@/types/residents'
import { cloud } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changePerson } from './records'
import { people } from './store'

/** WeChat's answers for a code that was used, is too old, or was never given out. */
const codeRefused = [40029, 40003, 40097]

export const bindPhone = procedure(residents, 'bindPhone', {
  load: ({ centre, subjectId }) => people.of(centre).get(subjectId),

  run: async ({ centre, input, loaded }) => {
    const person = found(loaded)
    // A code works once: the same tap sent again finds what it brought.
    if (person.phoneKey === input.key && person.phone) return { phone: person.phone }
    const phone = await numberOf(input.code)
    await changePerson(centre, person, (record) => ({ ...record, phone, phoneKey: input.key }))
    return { phone }
  },
})

const numberOf = async (code: string): Promise<string> => {
  try {
    const answer = (await cloud.openapi.phonenumber.getPhoneNumber({ code })) as {
      phoneInfo: { purePhoneNumber: string }
    }
    return answer.phoneInfo.purePhoneNumber
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    if (errCode !== undefined && codeRefused.includes(errCode)) return fail('PhoneCodeExpired')
    throw error
  }
}
