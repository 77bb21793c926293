import { repeat } from '../kit/attempts'
import { linkProject } from '../proposals/links'
import { projects } from './store'

/** Says on the proposal a project came from that there is one. Safe to repeat. */
export const linkProposal = async (centre: string, id: string): Promise<void> => {
  const project = await projects.of(centre).get(id, { proposal: true, toLink: true })
  if (!project?.toLink || project.proposal === null) return
  await linkProject(centre, project.proposal, id)
  await repeat(() => projects.of(centre).change(id, { toLink: false }, { toLink: true }))
}
