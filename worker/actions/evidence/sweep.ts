import { expiredEvidence } from '../../store/evidence.ts'
import { later, type Services } from '../services.ts'
import { discard } from './upload.ts'

/** Attaching asks for uploads that have not expired; an hour's distance keeps a slow clock from meeting that. */
const DISTANCE = 3600 * 1000

/** Deletes uploads that nobody attached within a day; how many. For the sweep. */
export const deleteExpiredUploads = async (services: Services, limit: number): Promise<number> => {
  const expired = await expiredEvidence(services.db, later(services.now(), -DISTANCE), limit)
  for (const record of expired) await discard(services, record)
  return expired.length
}
