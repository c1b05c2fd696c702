import { describe, expect, it } from 'vitest'
import { identify, refuseEarly } from '../../../worker/actions/evidence/sniff/identify.ts'
import { ACCEPTED, contradicts, type KINDS, withExtension } from '../../../worker/actions/evidence/sniff/kinds.ts'
import { type Source, sourceOf } from '../../../worker/actions/evidence/sniff/source.ts'
import { PNG } from '../../support/api.ts'
import { bmp, bytes, docx, gb18030, join, media, mp3, odt, ole, text, zip } from './samples.ts'

const OOXML = 'application/vnd.openxmlformats-officedocument'

const KNOWN: [name: string, content: Uint8Array, kind: string][] = [
  ['a.jpg', bytes('\xff\xd8\xff\xe0', 64), 'image/jpeg'],
  ['a.png', PNG, 'image/png'],
  ['a.gif', bytes('GIF89a', 64), 'image/gif'],
  ['a.webp', bytes('RIFF\0\0\0\0WEBPVP8 ', 64), 'image/webp'],
  ['a.heic', media('heic', 'mif1'), 'image/heic'],
  ['a.heif', media('mif1', 'heic'), 'image/heic'],
  ['a.avif', media('avif', 'mif1'), 'image/avif'],
  ['a.avif', media('mif1', 'avif'), 'image/avif'],
  ['a.tif', bytes('II*\0', 64), 'image/tiff'],
  ['a.tiff', bytes('MM\0*', 64), 'image/tiff'],
  ['a.bmp', bmp(), 'image/bmp'],
  ['a.pdf', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 2000), 'application/pdf'],
  ['a.mp3', bytes('ID3\x04\0\0', 64), 'audio/mpeg'],
  ['a.mp3', mp3(2), 'audio/mpeg'],
  ['a.m4a', media('M4A ', 'isom'), 'audio/mp4'],
  ['a.wav', bytes('RIFF\0\0\0\0WAVEfmt ', 64), 'audio/wav'],
  ['a.ogg', bytes('OggS\0', 64), 'audio/ogg'],
  ['a.flac', bytes('fLaC', 64), 'audio/flac'],
  ['a.amr', bytes('#!AMR\n', 64), 'audio/amr'],
  ['a.mp4', media('isom', 'avc1'), 'video/mp4'],
  ['a.mov', media('qt  '), 'video/quicktime'],
  ['a.mov', bytes('\0\0\0\x08wide\0\0\0\0mdat', 64), 'video/quicktime'],
  ['a.webm', bytes('\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x84webm', 64), 'video/webm'],
  ['a.3gp', media('3gp5'), 'video/3gpp'],
  ['a.txt', text('The fee was taken twice. 费用扣了两次。'), 'text/plain'],
  ['a.txt', gb18030, 'text/plain'],
  ['a.txt', join(Uint8Array.of(0xff, 0xfe), bytes('a\0b\0')), 'text/plain'],
  ['a.log', text('\u001b[31mERROR\u001b[0m it failed <html> was expected'), 'text/plain'],
  ['a.csv', text('day,fee\n2026-03-02,4.00\n'), 'text/csv'],
  ['a.rtf', bytes('{\\rtf1\\ansi hello}'), 'application/rtf'],
  [
    'a.eml',
    text('From: ada@example.org\r\nDate: Mon, 2 Mar 2026 21:13:55 +0000\r\n\r\n<html>Hi</html>'),
    'message/rfc822',
  ],
  ['a.docx', docx(), `${OOXML}.wordprocessingml.document`],
  ['a.xlsx', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), `${OOXML}.spreadsheetml.sheet`],
  ['a.pptx', zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }), `${OOXML}.presentationml.presentation`],
  ['a.odt', odt(), 'application/vnd.oasis.opendocument.text'],
  [
    'a.ods',
    zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    'application/vnd.oasis.opendocument.spreadsheet',
  ],
  [
    'a.odp',
    zip({ mimetype: 'application/vnd.oasis.opendocument.presentation' }),
    'application/vnd.oasis.opendocument.presentation',
  ],
  ['a.doc', ole(['1Table', 'Data', 'x', 'y', 'z', 'WordDocument']), 'application/msword'],
  ['a.xls', ole(['Workbook']), 'application/vnd.ms-excel'],
  ['a.ppt', ole(['Current User', 'PowerPoint Document']), 'application/vnd.ms-powerpoint'],
  ['a.msg', ole(['__nameid_version1.0', '__properties_version1.0']), 'application/vnd.ms-outlook'],
]

const REFUSED: [what: string, content: Uint8Array, refused: string][] = [
  ['a Windows program', bytes('MZ\x90\0', 512), 'program'],
  ['a Linux program', bytes('\x7fELF', 512), 'program'],
  ['a macOS program', bytes('\xcf\xfa\xed\xfe', 512), 'program'],
  ['WebAssembly', bytes('\0asm\x01\0\0\0', 64), 'program'],
  ['a Windows shortcut', bytes('L\0\0\0\x01\x14\x02\0', 512), 'program'],
  ['a shell script', text('#!/bin/sh\nrm -rf /\n'), 'script'],
  ['PHP', text('<?php system($_GET["c"]);'), 'script'],
  ['a web page', text('<!doctype html><title>x</title>'), 'html'],
  ['a web page after blanks', text('\ufeff \n\t<HTML><body onload=x()>'), 'html'],
  ['a web page after a comment', text('<!-- hello -->\n<script>alert(1)</script>'), 'html'],
  ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'svg'],
  ['a drawing in XML', text('<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x">\n<svg/>'), 'svg'],
  ['XML', text('<?xml version="1.0"?><data/>'), 'xml'],
  ['a ZIP', zip({ 'a.txt': 'x' }), 'archive'],
  ['a Java archive', zip({ 'META-INF/MANIFEST.MF': '', 'A.class': '' }), 'archive'],
  ['a broken ZIP', bytes('PK\x03\x04', 512), 'archive'],
  ['RAR', bytes('Rar!\x1a\x07', 64), 'archive'],
  ['7-Zip', bytes('7z\xbc\xaf\x27\x1c', 64), 'archive'],
  ['gzip', bytes('\x1f\x8b\x08', 64), 'archive'],
  ['tar', join(bytes('a.txt', 257), bytes('ustar', 255)), 'archive'],
  ['a document with macros', docx({ 'word/vbaProject.bin': '' }), 'macros'],
  ['an old document with macros', ole(['WordDocument', 'Macros']), 'macros'],
  ['an encrypted document', ole(['EncryptionInfo', 'EncryptedPackage']), 'encrypted'],
  [
    'a document with encrypted parts',
    zip({ '[Content_Types].xml': '', 'word/document.xml': '' }, { flags: 1 }),
    'encrypted',
  ],
  ['an installer in an old format', ole(['Property', 'Binary']), 'unknown'],
  ['a PDF that is a page', bytes('%PDF-1.7\n<html><script>x()</script>', 2000), 'two_formats'],
  ['a picture that is a page', join(bytes('GIF89a=1;/*'), bytes('<script>x()</script>', 512)), 'two_formats'],
  ['a picture that is an archive', join(bytes('\xff\xd8\xff\xe0', 64), zip({ 'A.class': '' })), 'two_formats'],
  ['Matroska', bytes('\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x23B\x82\x88matroska', 64), 'unknown'],
  ['one frame of sound', mp3(1), 'unknown'],
  ['noise', Uint8Array.from({ length: 512 }, (_, i) => (i * 197 + 13) & 255), 'unknown'],
  ['text with zeros', bytes('abc\0def', 64), 'unknown'],
]

describe('accepted', () => {
  it.each(KNOWN)('%s (%#)', async (name, content, kind) => {
    expect(await identify(sourceOf(content), name)).toEqual({ kind })
    expect(refuseEarly(content)).toBeNull()
    expect(contradicts(name, kind as keyof typeof KINDS)).toBe(false)
  })

  it('is every kind that the site’s configuration lists', () => {
    expect(new Set(KNOWN.map(([, , kind]) => kind))).toEqual(new Set(ACCEPTED))
  })

  it('goes by what is in it, not by its name', async () => {
    expect(await identify(sourceOf(PNG), 'report.pdf')).toEqual({ kind: 'image/png' })
    expect(await identify(sourceOf(bytes('MZ\x90\0', 512)), 'photo.jpg')).toEqual({ refused: 'program' })
  })

  it('cuts no character in two where the sample of a long text ends', async () => {
    const long = text('费'.repeat(100_000))
    expect(await identify(sourceOf(long), 'a.txt')).toEqual({ kind: 'text/plain' })
  })

  it('reads the head and the tail of a long file only', async () => {
    const size = 90 * 1024 * 1024
    let read = 0
    const source: Source = {
      size,
      read: async (offset, length) => {
        const part = new Uint8Array(Math.min(length, size - offset))
        if (offset === 0) part.set(bytes('\xff\xd8\xff\xe0'))
        read += part.length
        return part
      },
    }
    expect(await identify(source, 'a.jpg')).toEqual({ kind: 'image/jpeg' })
    expect(read).toBeLessThan(1024 * 1024)
  })
})

describe('refused', () => {
  it.each(REFUSED)('%s', async (_what, content, refused) => {
    expect(await identify(sourceOf(content), 'file')).toEqual({ refused })
  })

  it('an e-mail that is none', async () => {
    expect(await identify(sourceOf(text('just words')), 'a.eml')).toEqual({ refused: 'unknown' })
  })

  it('no file for being cut off anywhere', async () => {
    for (const [name, content] of KNOWN) {
      for (const length of [1, 4, 11, 25, 63]) {
        await expect(identify(sourceOf(content.subarray(0, length)), name)).resolves.toBeTypeOf('object')
      }
    }
  })
})

describe('a name', () => {
  it.each([
    ['a.pdf', 'image/png', true],
    ['a.exe', 'image/png', true],
    ['a.png', 'image/png', false],
    ['a.PNG', 'image/png', false],
    ['a.tar.png', 'image/png', false],
    ['a', 'image/png', false],
    // Says nothing that is known here.
    ['report.2026', 'image/png', false],
    ['a.html', 'text/plain', true],
    ['a.txt', 'text/plain', false],
  ] as const)('%s, for %s', (name, kind, expected) => {
    expect(contradicts(name, kind)).toBe(expected)
  })

  it('gets an extension where it has none that says what it is', () => {
    expect(withExtension('report.2026', 'application/pdf')).toBe('report.2026.pdf')
    expect(withExtension('photo.jpeg', 'image/jpeg')).toBe('photo.jpeg')
  })
})
