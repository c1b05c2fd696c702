/**
 * Kinds of files that are taken, by media type, with the extensions a name of that kind may have; the first is the usual
 * one. Nothing here runs or renders as a page: no SVG, no HTML, no macros.
 */
export const KINDS = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/avif': ['avif'],
  'image/tiff': ['tiff', 'tif'],
  'image/bmp': ['bmp', 'dib'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a', 'm4b', 'mp4'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/flac': ['flac'],
  'audio/amr': ['amr'],
  'video/mp4': ['mp4', 'm4v', 'm4a'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm', 'weba'],
  'video/3gpp': ['3gp', '3gpp', '3g2'],
  'text/plain': ['txt', 'text', 'log', 'md', 'json', 'jsonl', 'tsv', 'ini', 'yaml', 'yml', 'vtt', 'srt'],
  'text/csv': ['csv'],
  'message/rfc822': ['eml'],
  'application/rtf': ['rtf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.ms-powerpoint': ['ppt'],
  'application/vnd.ms-outlook': ['msg'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type Kind = keyof typeof KINDS

/** For the site's configuration: what a picker offers. */
export const ACCEPTED = Object.keys(KINDS) as Kind[]

/** What is refused; the words for it are in the locales. */
export type Refused =
  | 'program'
  | 'script'
  | 'html'
  | 'svg'
  | 'xml'
  | 'archive'
  | 'macros'
  | 'encrypted'
  | 'two_formats'
  | 'unknown'

/** Extensions of what is never taken: a picture that calls itself `invoice.exe` is refused, whatever is in it. */
const NEVER =
  'exe dll com scr bat cmd ps1 vbs js mjs wsf hta jar msi apk app sh py pl php html htm xhtml svg xml swf lnk iso zip rar 7z gz tar docm xlsm pptm'
const KNOWN = new Set([...Object.values(KINDS).flat(), ...NEVER.split(' ')])

/** In lower case, without the dot; empty when the name has none. */
export const extensionOf = (name: string): string => /[^.]\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether the extension says something else than the content. One that says nothing known contradicts nothing. */
export const contradicts = (name: string, kind: Kind): boolean => {
  const extension = extensionOf(name)
  return KNOWN.has(extension) && !(KINDS[kind] as readonly string[]).includes(extension)
}

/** The name with an extension that tells the content, for whoever opens it after download. */
export const withExtension = (name: string, kind: string): string => {
  const extensions = kind in KINDS ? (KINDS[kind as Kind] as readonly string[]) : []
  return extensions.length === 0 || extensions.includes(extensionOf(name)) ? name : `${name}.${extensions[0]}`
}
