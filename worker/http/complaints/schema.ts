// The library must have extended zod before a schema is named: importing it makes sure.
import '@hono/zod-openapi'
import { caseView } from '../../core/view.ts'

export const complaintSchema = caseView.meta({ id: 'Complaint', description: 'The case as this caller may see it.' })
