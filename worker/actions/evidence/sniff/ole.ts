import type { Kind, Refused } from './kinds.ts'
import { type Source, view } from './source.ts'

/** Compound files of Microsoft's older formats ([MS-CFB]): which one it is, the names in its directory tell. */
const STREAMS: readonly [RegExp, Kind][] = [
  [/^WordDocument$/, 'application/msword'],
  [/^(Workbook|Book)$/, 'application/vnd.ms-excel'],
  [/^PowerPoint Document$/, 'application/vnd.ms-powerpoint'],
  [/^__properties_version1\.0$/, 'application/vnd.ms-outlook'],
]
const MACROS = /^(Macros|_VBA_PROJECT(_CUR)?|VBA)$/
const ENCRYPTED = /^(EncryptedPackage|EncryptionInfo)$/

const ENTRY = 128
/** Sectors of the directory that are followed: 64 of 512 bytes hold 256 names. */
const MOST_SECTORS = 64

export const identifyOle = async (source: Source): Promise<{ kind: Kind } | { refused: Refused }> => {
  const names = await namesOf(source)
  if (names.some((name) => ENCRYPTED.test(name))) return { refused: 'encrypted' }
  const kind = STREAMS.find(([stream]) => names.some((name) => stream.test(name)))?.[1]
  if (!kind) return { refused: 'unknown' }
  return names.some((name) => MACROS.test(name)) ? { refused: 'macros' } : { kind }
}

const namesOf = async (source: Source): Promise<string[]> => {
  const header = view(await source.read(0, 512))
  if (header.byteLength < 512) return []
  const sectorSize = 1 << header.getUint16(30, true)
  if (sectorSize !== 512 && sectorSize !== 4096) return []
  const sectorAt = async (sector: number) => source.read((sector + 1) * sectorSize, sectorSize)
  const perSector = sectorSize / 4

  /** The sector that follows this one: the allocation table's sectors are listed in the header from byte 76 on. */
  const after = async (sector: number): Promise<number> => {
    const index = Math.floor(sector / perSector)
    if (index >= 109) return LAST
    const table = view(await sectorAt(header.getUint32(76 + index * 4, true)))
    const offset = (sector % perSector) * 4
    return offset + 4 <= table.byteLength ? table.getUint32(offset, true) : LAST
  }

  const names: string[] = []
  let sector = header.getUint32(48, true)
  for (let read = 0; sector < LAST && read < MOST_SECTORS; read++) {
    const bytes = await sectorAt(sector)
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) names.push(nameOf(bytes.subarray(at, at + ENTRY)))
    sector = await after(sector)
  }
  return names
}

/** Numbers from here on mark the end of a chain, free sectors and the table itself. */
const LAST = 0xfffffffa

/** UTF-16 with a closing zero; its length in bytes is at 64. */
const nameOf = (entry: Uint8Array): string => {
  const length = Math.min(view(entry).getUint16(64, true), 64)
  return new TextDecoder('utf-16le').decode(entry.subarray(0, Math.max(0, length - 2)))
}
