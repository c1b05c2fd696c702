/**
 * Headers under which a file of unknown origin can be handed out: always saved, never shown, and inert if a browser shows
 * it all the same.
 */
export const attachmentHeaders = ({ name, type, size }: { name: string; type: string; size?: number }) => ({
  'content-type': type,
  ...(size !== undefined && { 'content-length': String(size) }),
  'content-disposition': disposition(name),
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
})

/** RFC 6266, with the name in full as RFC 8187 writes it and in plain ASCII for who cannot read that. */
const disposition = (name: string): string => {
  const safe = safeName(name)
  const ascii = safe.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const extended = encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`
}

/** No path, no control or direction marks (`exe.fdp` shown as `pdf.exe`), no leading dot, not too long. */
export const safeName = (name: string): string => {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const dot = clean.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot, dot + 12)] : [clean, '']
  return `${[...stem].slice(0, 100).join('').trimEnd() || 'file'}${extension}`
}
