import { answerTemplates, templatesId, type TemplatesDoc } from './store'

/** The ready words of a centre; none, as long as nobody wrote any. */
export const templatesOf = async (centre: string): Promise<TemplatesDoc> =>
  (await answerTemplates.of(centre).get(templatesId(centre))) ?? {
    ...{ _id: templatesId(centre), centre, v: 1 },
    ...{ rev: 0, keys: [], templates: [] },
  }
