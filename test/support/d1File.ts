import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Opens the file in which the emulation keeps D1, read-only and past the API. */
export const openD1 = (state: string): DatabaseSync => {
  const files = globSync('**/d1/**/*.sqlite', { cwd: state }).filter((file) => !file.endsWith('metadata.sqlite'))
  const found = files
    .map((file) => new DatabaseSync(join(state, file), { readOnly: true }))
    .find((db) => db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'complaint'").get())
  if (!found) throw new Error(`no case database among ${files.length} files`)
  return found
}

/** Every byte of D1 and R2 on disk, one buffer a file, write-ahead logs included. */
export const rawFiles = (state: string): { file: string; bytes: Buffer }[] =>
  readdirSync(state, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /[\\/](d1|r2)[\\/]?/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, bytes: readFileSync(file) }))
