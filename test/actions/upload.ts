import { identify } from '../../worker/actions/identify.ts'
import { later } from '../../worker/actions/services.ts'
import type { Credential } from '../../worker/actions/types.ts'
import { uploadHolder, uploadOwner } from '../../worker/actions/uploads.ts'
import { newFileKey, sealFileName, wrapFileKey } from '../../worker/vault/evidenceKeys.ts'
import { DAY, must, type Office } from '../support/worker/office.ts'

/** A completed upload of this caller, without the bytes that would be in R2. */
export const upload = async (office: Office, by: Credential, name: string, site = 'shop'): Promise<string> => {
  const { services, time } = office
  const id = services.id('ev')
  const fileKey = newFileKey()
  const holder = uploadHolder(by, await services.keys())
  const sha256 = crypto.getRandomValues(new Uint8Array(32))
  await services.db
    .prepare(
      `INSERT INTO evidence (id, site, owner, name, size, type, sha256, state, object, file_key, created_at, expires_at)
       VALUES (?, ?, ?, ?, 1000, 'image/png', ?, 'complete', ?, ?, ?, ?)`,
    )
    .bind(
      id,
      site,
      uploadOwner(must(await identify(services, by))),
      await sealFileName(fileKey, id, name),
      sha256,
      `object ${id}`,
      await wrapFileKey(holder, id, fileKey),
      time.now,
      later(time.now, DAY),
    )
    .run()
  return id
}
