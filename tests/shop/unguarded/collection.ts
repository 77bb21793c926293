import { collection as guarded, type Stored } from '@/cloudfunctions/kit/collection'
import { collection as unguarded } from '../../canteen/unguarded/collection'

export * from '@/cloudfunctions/kit/collection'

/** As elsewhere; and what takes up a slot of its own meets nothing. */
export const collection = <T extends Stored>(name: string) => ({
  ...unguarded<T>(name),
  of: (centre: string) => {
    const documents = unguarded<T>(name).of(centre)
    const insert = guarded<T>(name).of(centre)
    return Object.assign(documents, {
      insert: (document: T) =>
        insert.insert('slot' in document ? { ...document, slot: document._id } : document),
    })
  },
})
