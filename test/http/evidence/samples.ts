/** Files made byte by byte: as much of each format as makes it that format. */

export const text = (value: string): Uint8Array => new TextEncoder().encode(value)

/** Bytes written as characters of the same code, filled with zeros to `length`. */
export const bytes = (value: string, length = value.length): Uint8Array => {
  const filled = new Uint8Array(Math.max(length, value.length))
  for (let at = 0; at < value.length; at++) filled[at] = value.charCodeAt(at)
  return filled
}

export const join = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const le = (size: 2 | 4, ...values: number[]): Uint8Array => {
  const out = new Uint8Array(size * values.length)
  const view = new DataView(out.buffer)
  values.forEach((value, at) => {
    if (size === 2) view.setUint16(at * 2, value, true)
    else view.setUint32(at * 4, value, true)
  })
  return out
}

/** A ZIP of stored files. Bit 0 of `flags` marks its files as encrypted. */
export const zip = (files: Record<string, string>, { flags = 0 } = {}): Uint8Array => {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const [path, body] = [text(name), text(content)]
    const sizes = le(4, 0, body.length, body.length)
    const common = join(le(2, 20, flags, 0, 0, 0), sizes, le(2, path.length, 0))
    const local = join(bytes('PK\x03\x04'), common, path, body)
    directory.push(join(bytes('PK\x01\x02'), le(2, 20), common, le(2, 0, 0, 0), le(4, 0, offset), path))
    locals.push(local)
    offset += local.length
  }
  const listed = join(...directory)
  const count = directory.length
  const end = join(bytes('PK\x05\x06'), le(2, 0, 0, count, count), le(4, listed.length, offset), le(2, 0))
  return join(...locals, listed, end)
}

export const docx = (more: Record<string, string> = {}): Uint8Array =>
  zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>', ...more })

export const odt = (): Uint8Array =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' })

/** A compound file whose directory spans as many sectors as its names need. */
export const ole = (names: readonly string[]): Uint8Array => {
  const SECTOR = 512
  const all = ['Root Entry', ...names]
  const sectors = Math.ceil(all.length / 4)
  const file = new Uint8Array(SECTOR * (2 + sectors))
  const view = new DataView(file.buffer)
  file.set(bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
  view.setUint16(30, 9, true)
  view.setUint32(48, 1, true)
  // Sector 0 holds the allocation table, the directory follows.
  view.setUint32(76, 0, true)
  view.setUint32(SECTOR, 0xfffffffd, true)
  for (let sector = 1; sector <= sectors; sector++) {
    view.setUint32(SECTOR + sector * 4, sector === sectors ? 0xfffffffe : sector + 1, true)
  }
  all.forEach((name, index) => {
    const at = SECTOR * 2 + index * 128
    for (let i = 0; i < name.length; i++) view.setUint16(at + i * 2, name.charCodeAt(i), true)
    view.setUint16(at + 64, (name.length + 1) * 2, true)
  })
  return file
}

/** An ISO base media file: its brand and those it is compatible with. */
export const media = (brand: string, ...compatible: string[]): Uint8Array => {
  const brands = [brand, '\0\0\0\0', ...compatible].join('')
  return bytes(`\0\0\0${String.fromCharCode(8 + brands.length)}ftyp${brands}`, 256)
}

/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz: frames of 417 bytes. */
export const mp3 = (frames: number): Uint8Array =>
  join(...Array.from({ length: frames }, () => bytes('\xff\xfb\x90\0', 417)))

export const bmp = (): Uint8Array => {
  const file = bytes('BM', 64)
  new DataView(file.buffer).setUint32(14, 40, true)
  return file
}

export const gb18030 = Uint8Array.of(0xce, 0xd2, 0xd2, 0xaa, 0xcd, 0xb6, 0xcb, 0xdf, 0x0a)
