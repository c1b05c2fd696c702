import { later, type Services } from '../actions/services.ts'
import { type AbandonedUpload, abandonedUploadsQuery, deleteExpired, deleteUploads } from '../store/expired.ts'
import { ask } from '../store/sql.ts'

const UPLOADS = 20
const ROWS = 500
/** An upload may be attached until it expires; an hour later nobody who began to attach it in time is still at it. */
const GRACE = 60 * 60_000

/** Removes uploads that were never attached, and sessions, links and kept answers that have expired. */
export const cleanUp = async (services: Services): Promise<void> => {
  const { db, env } = services
  const now = services.now()
  const { uploads } = await ask(db, { uploads: abandonedUploadsQuery(db, later(now, -GRACE), UPLOADS) })
  const gone: string[] = []
  // The row goes last: what could not be removed from R2 is tried again.
  for (const upload of uploads) if (await removeFile(env.EVIDENCE, upload)) gone.push(upload.id)
  await db.batch([deleteUploads(db, gone), ...deleteExpired(db, now, ROWS)])
}

const removeFile = async (bucket: R2Bucket, { object, upload, complete }: AbandonedUpload): Promise<boolean> => {
  try {
    // One that was ended before cannot be aborted; what is left over of it R2 removes by itself after seven days.
    if (!complete)
      await bucket
        .resumeMultipartUpload(object, upload)
        .abort()
        .catch(() => undefined)
    await bucket.delete(object)
    return true
  } catch (error) {
    console.error(`Upload at ${object}:`, error instanceof Error ? error.message : 'failed')
    return false
  }
}
