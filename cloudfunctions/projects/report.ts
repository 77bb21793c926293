import { reported } from '@/domain/projects/project'
import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { takeUploads } from '../kit/uploads'
import { askAboutPhotos } from './askAboutPhotos'
import { changeSteps } from './changeProject'
import { projectForStaff } from './show'
import { projects } from './store'

/** A step is done, with pictures of before and after. Residents see a picture once WeChat has looked at it. */
export const report = procedure(contract, 'report', {
  load: ({ centre, input }) => projects.of(centre).get(input.project),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, openid, caller, loaded, input, at }) {
    const { key, milestone: id, done, note, before, after, seen } = input
    const project = found(loaded)
    const { _id } = project
    if (!project.keys.includes(key)) {
      if (project.state !== 'going') return fail('NotGoingOn')
      found(project.milestones.find((one) => one.id === id))
      await refuseBadWords(openid, [note])
    }
    const by = caller.person.id
    const sent = (
      [
        ['before', before],
        ['after', after],
      ] as const
    ).flatMap(([field, files]) =>
      files
        .filter((file) => !project.photos.includes(file))
        .map((file) => ({ file, purpose: 'projectPhoto' as const, field })),
    )
    const taken = project.keys.includes(key)
      ? new Map<string, string>()
      : await takeUploads({ centre, person: by, at }, _id, sent)
    const own = (files: readonly string[]) => files.map((file) => taken.get(file) ?? file)
    const next = await changeSteps(
      project,
      key,
      (steps) =>
        reported(steps, { id, done, note, by, at, before: own(before), after: own(after), seen }),
      ({ photos }) => ({
        photos: [...new Set([...photos, ...taken.values()])],
        ...(taken.size > 0 && { toCheck: true, sender: openid }),
      }),
    )
    await askAboutPhotos(centre, _id, at)
    return projectForStaff(next, at)
  },
})
