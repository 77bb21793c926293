import type { UploadPurpose } from '@/types/shared/uploads'
import { Failure } from '../kit/failure'
import { takeUploads, type NamedFile } from '../kit/uploads'
import { openSteps } from './stepWords'
import { cases, sealedContents, type Author, type CaseDoc, type Voice } from './store'

/** The files of a case, those of its steps among them. */
export const caseFiles = async (centre: string, one: string): Promise<string[]> => {
  const [open, sealed] = await Promise.all([
    cases.of(centre).get(one, { photos: true, voice: true, steps: true }),
    sealedContents.of(centre).get(one, { photos: true, voice: true }),
  ])
  return [
    ...(open ? filesIn({ ...open, steps: openSteps(open) }) : []),
    ...(sealed ? filesIn({ ...sealed, steps: [] }) : []),
  ]
}

/** All files of what was said and done, as far as it is not sealed. */
export const filesIn = ({ photos, voice, steps }: Pick<CaseDoc, 'photos' | 'voice' | 'steps'>) => [
  ...photos,
  ...(voice ? [voice.file] : []),
  ...steps.flatMap((step) => [...step.photos, ...(step.papers ?? [])]),
]

const named = (file: string, purpose: UploadPurpose): NamedFile => ({
  ...{ file, purpose },
  field: purpose === 'caseVoice' ? 'voice' : 'photos',
})

/** A case's own copies of what was sent with it; what did not arrive as announced is counted, and the rest is kept. */
export const ownCopies = async (
  { _id, centre, photos, voice, at }: CaseDoc,
  { by }: Author,
): Promise<{ photos: string[]; voice: Voice | null; lost: number }> => {
  const asked = [
    ...photos.map((file) => named(file, 'casePhoto')),
    ...(voice ? [named(voice.file, 'caseVoice')] : []),
  ]
  const own = new Map<string, string>()
  for (const file of asked) {
    try {
      const taken = await takeUploads({ centre, person: by, at }, _id, [file])
      taken.forEach((copy, sent) => own.set(sent, copy))
    } catch (error) {
      // Nobody waits for an answer any more: what was said counts without the file.
      if (!(error instanceof Failure) || error.code === 'TryAgain') throw error
    }
  }
  const kept = voice && own.get(voice.file)
  return {
    photos: photos.flatMap((file) => own.get(file) ?? []),
    voice: voice && kept !== undefined && kept !== null ? { ...voice, file: kept } : null,
    lost: asked.length - own.size,
  }
}
