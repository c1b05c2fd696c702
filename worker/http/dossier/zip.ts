/**
 * A ZIP written as it is read: files are stored, not compressed (evidence is compressed already), and their sizes and
 * checksums follow them in data descriptors. APPNOTE 6.3: 4.3.7, 4.3.9, 4.3.12, 4.3.16. Up to 4 GiB and 65,535 files.
 */
export interface ZipEntry {
  /** With `/` between folders. */
  path: string
  body: Uint8Array | ReadableStream<Uint8Array>
}

interface Written {
  path: Uint8Array
  crc: number
  size: number
  offset: number
}

export const zipOf = (entries: AsyncIterable<ZipEntry>, modified: Date): ReadableStream<Uint8Array> => {
  const chunks = chunksOf(entries, dosTime(modified))
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

async function* chunksOf(entries: AsyncIterable<ZipEntry>, time: number): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  for await (const { path, body } of entries) {
    const file: Written = { path: new TextEncoder().encode(path), crc: 0, size: 0, offset }
    const header = localHeader(file.path, time)
    yield header
    for await (const chunk of body instanceof Uint8Array ? [body] : body) {
      file.crc = crc32(chunk, file.crc)
      file.size += chunk.length
      yield chunk
    }
    yield descriptor(file)
    offset += header.length + file.size + DESCRIPTOR
    written.push(file)
  }
  const directory = written.map((file) => directoryEntry(file, time))
  yield* directory
  yield end(
    written.length,
    directory.reduce((size, { length }) => size + length, 0),
    offset,
  )
}

const DESCRIPTOR = 16
/** Sizes follow the file (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808

/** Little-endian fields of 2 or 4 bytes, one after the other. */
const fields = (...values: readonly [size: 2 | 4, value: number][]): Uint8Array => {
  const bytes = new Uint8Array(values.reduce((length, [size]) => length + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [size, value] of values) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

const join = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const localHeader = (path: Uint8Array, time: number): Uint8Array =>
  join(
    fields([4, 0x04034b50], [2, 20], [2, FLAGS], [2, 0], [4, time], [4, 0], [4, 0], [4, 0], [2, path.length], [2, 0]),
    path,
  )

const descriptor = ({ crc, size }: Written): Uint8Array => fields([4, 0x08074b50], [4, crc], [4, size], [4, size])

const directoryEntry = ({ path, crc, size, offset }: Written, time: number): Uint8Array =>
  join(
    fields([4, 0x02014b50], [2, 20], [2, 20], [2, FLAGS], [2, 0], [4, time], [4, crc], [4, size], [4, size]),
    fields([2, path.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
    path,
  )

const end = (count: number, size: number, offset: number): Uint8Array =>
  fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0])

/** Time in the low half, date in the high half, to two seconds, in UTC here. */
const dosTime = (at: Date): number => {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  return ((date << 16) | time) >>> 0
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 (ISO/IEC 3309), continued from an earlier one. */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let crc = ~before
  for (let at = 0; at < bytes.length; at++) {
    crc = (TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}
