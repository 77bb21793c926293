import { collection as guarded, type Stored } from '@/cloudfunctions/kit/collection'

export * from '@/cloudfunctions/kit/collection'

/** A collection whose documents are changed whatever became of them since they were read. */
export const collection = <T extends Stored>(name: string) => ({
  ...guarded<T>(name),
  of: (centre: string) => {
    const documents = guarded<T>(name).of(centre)
    const change = documents.change.bind(documents)
    return Object.assign(documents, {
      change: (id: string, changed: Parameters<typeof change>[1]) => change(id, changed),
    })
  },
})
