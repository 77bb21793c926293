import { jobs as activities } from '../activities/jobs'
import { jobs as canteen } from '../canteen/jobs'
import { jobs as centre } from '../centre/jobs'
import { jobs as errands } from '../errands/jobs'
import { jobs as feedback } from '../feedback/jobs'
import { jobs as haircuts } from '../haircuts/jobs'
import { jobs as honours } from '../honours/jobs'
import { jobs as media } from '../media/jobs'
import { jobs as notices } from '../notices/jobs'
import { jobs as projects } from '../projects/jobs'
import { jobs as proposals } from '../proposals/jobs'
import { jobs as residents } from '../residents/jobs'
import { jobs as shop } from '../shop/jobs'
import { jobs as surveys } from '../surveys/jobs'
import { jobs as volunteers } from '../volunteers/jobs'
import { jobs as votes } from '../votes/jobs'

/** The jobs of each module, in the order they run. Notices last: what the others put into the outbox goes out with it. */
export const modules = {
  residents,
  activities,
  canteen,
  volunteers,
  honours,
  haircuts,
  shop,
  errands,
  projects,
  votes,
  surveys,
  proposals,
  feedback,
  centre,
  media,
  notices,
}
