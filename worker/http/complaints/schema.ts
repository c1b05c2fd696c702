import * as z from 'zod'
import { caseView, findingView, remedyView, staffSide, timelineEntry } from '../../core/view/schema.ts'

// Naming them here gives each its own place in the API reference.
for (const [id, schema] of Object.entries({
  Finding: findingView,
  Remedy: remedyView,
  StaffSide: staffSide,
  TimelineEntry: timelineEntry,
})) {
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id })
}

export const complaintSchema = caseView.meta({ id: 'Complaint', description: 'The case as this caller may see it.' })
