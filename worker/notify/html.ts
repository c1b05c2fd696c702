import { directionOf } from '../locales/language.ts'
import type { Block, Page } from './page.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c)

const lines = (text: string) => escapeHtml(text).replace(/\r\n?|\n/g, '<br>')

// Only web addresses become links; anything else a configuration may hold stays text.
const href = (url: string) => (/^https?:\/\//.test(url) ? escapeHtml(url) : '#')

/** Colours of the light scheme stand inline, for readers that drop style sheets; the dark ones override them. */
const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a { color: #1d4ed8; }
  @media (prefers-color-scheme: dark) {
    .back { background: #111827 !important; }
    .sheet { background: #1f2937 !important; color: #f3f4f6 !important; }
    .quiet { color: #cbd5e1 !important; }
    .said { border-color: #64748b !important; }
    a { color: #93c5fd; }
  }`

const P = 'margin:0 0 16px'
const QUIET = 'color:#4b5563'
const SAID = 'margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #9ca3af'

const setBlock = (block: Block): string => {
  switch (block.kind) {
    case 'text':
      return `<p style="${P}">${lines(block.text)}</p>`
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:18px">${lines(block.text)}</h2>`
    case 'said':
      return `<h2 style="margin:24px 0 8px;font-size:16px">${lines(block.label)}</h2><div class="said" style="${SAID}">${lines(block.text)}</div>`
    case 'list':
      return `<ol style="margin:0 0 16px;padding-left:24px">${block.items.map((item) => `<li style="margin:0 0 8px">${lines(item)}</li>`).join('')}</ol>`
    case 'items':
      return block.items
        .map(
          ({ title, detail, text }) =>
            `<div class="said" style="${SAID}"><p style="margin:0"><strong>${lines(title)}</strong></p>${
              detail ? `<p class="quiet" style="margin:0 0 4px;${QUIET}">${lines(detail)}</p>` : ''
            }<p style="margin:0">${lines(text)}</p></div>`,
        )
        .join('')
    case 'links':
      return `<ul style="margin:0 0 16px;padding-left:24px">${block.items
        .map(({ name, url }) => `<li>${url ? `<a href="${href(url)}">${escapeHtml(name)}</a>` : escapeHtml(name)}</li>`)
        .join('')}</ul>`
    case 'action':
      return `<p style="margin:24px 0 16px"><a href="${href(block.url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none;font-weight:bold">${escapeHtml(block.label)}</a></p>${
        block.note ? `<p class="quiet" style="${P};font-size:14px;${QUIET}">${lines(block.note)}</p>` : ''
      }`
  }
}

/** A letter as HTML: one column, no image, nothing loaded from anywhere. */
export const toHtml = (page: Page): string => `<!doctype html>
<html lang="${page.language}" dir="${directionOf(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(page.subject)}</title>
<style>${STYLE}
</style>
</head>
<body class="back" style="margin:0;padding:0;background:#f3f4f6">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
<tr><td class="back" align="center" style="padding:24px 12px;background:#f3f4f6">
<div class="sheet" style="max-width:600px;margin:0 auto;padding:24px;border-radius:8px;text-align:start;background:#ffffff;color:#111827;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif;overflow-wrap:anywhere">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(page.title)}</h1>
<p style="${P}">${escapeHtml(page.greeting)}</p>
${page.blocks.map(setBlock).join('\n')}
<p style="margin:24px 0 0">${page.signature.map(escapeHtml).join('<br>')}</p>
</div>
<div class="quiet" style="max-width:600px;margin:16px auto 0;padding:0 24px;text-align:start;${QUIET};font:13px/1.5 system-ui,sans-serif">${page.footer.map((line) => `<p style="margin:0 0 4px">${escapeHtml(line)}</p>`).join('')}</div>
</td></tr>
</table>
</body>
</html>
`
