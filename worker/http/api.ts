import { addCommand } from './complaints/command.ts'
import { addDossier } from './complaints/dossier.ts'
import { addLedger } from './complaints/events.ts'
import { addListComplaints } from './complaints/list.ts'
import { addReadComplaint } from './complaints/read.ts'
import { addSubmit } from './complaints/submit.ts'
import { addCompleteUpload } from './evidence/complete.ts'
import { addCreateUpload } from './evidence/create.ts'
import { addDownload } from './evidence/download.ts'
import { addPutPart } from './evidence/part.ts'
import { addReadUpload } from './evidence/read.ts'
import { addChallenges } from './intake/challenges.ts'
import { addSite } from './intake/site.ts'
import { addSolutions } from './intake/solutions.ts'
import { addSummary } from './reports/summary.ts'
import { newRouter, type Router } from './router.ts'
import { addEndSession } from './sessions/end.ts'
import { addOpenSession } from './sessions/open.ts'
import { addRequestAccess } from './sessions/requestAccess.ts'

/** Every operation of the public API, in the order of the API reference. */
export const newApi = (): Router => {
  const api = newRouter()
  for (const add of [
    addSite,
    addChallenges,
    addSolutions,
    addCreateUpload,
    addReadUpload,
    addPutPart,
    addCompleteUpload,
    addDownload,
    addSubmit,
    addOpenSession,
    addEndSession,
    addRequestAccess,
    addReadComplaint,
    addCommand,
    addLedger,
    addDossier,
    addListComplaints,
    addSummary,
  ])
    add(api)
  return api
}
