import { collection as guarded, type Stored } from '@/cloudfunctions/kit/collection'

export * from '@/cloudfunctions/kit/collection'

/**
 * A collection whose documents are changed whatever became of them since they were read; an errand whose turn, a mark
 * of who answered, or a purchase whose slot somebody else took is added all the same.
 */
export const collection = <T extends Stored>(name: string) => ({
  ...guarded<T>(name),
  of: (centre: string) => {
    const documents = guarded<T>(name).of(centre)
    const change = documents.change.bind(documents)
    const insert = documents.insert.bind(documents)
    const insertAnyway = async (document: T) =>
      (await insert(document)) || insert({ ...document, _id: `${document._id}-too` })
    const insertBeside = async (document: T) =>
      (await insert(document)) || insert({ ...document, slot: document._id })
    return Object.assign(documents, {
      change: (id: string, changed: Parameters<typeof change>[1]) => change(id, changed),
      ...(['errands', 'survey_marks'].includes(name) && { insert: insertAnyway }),
      ...(name === 'purchases' && { insert: insertBeside }),
    })
  },
})
