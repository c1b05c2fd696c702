import type { Block, Page } from './page.ts'

const indented = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .map((line) => `  ${line}`)
    .join('\n')

const setBlock = (block: Block, label: (text: string) => string): string => {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'heading':
      return label(block.text)
    case 'said':
      return `${label(block.label)}\n${indented(block.text)}`
    case 'list':
      return block.items.map((item, i) => `${i + 1}. ${item}`).join('\n')
    case 'items':
      return block.items
        .map(({ title, detail, text }) => `* ${title}${detail ? ` – ${detail}` : ''}\n${indented(text)}`)
        .join('\n')
    case 'links':
      return block.items.map(({ name, url }) => (url ? `* ${label(name)} ${url}` : `* ${name}`)).join('\n')
    case 'action':
      return `${label(block.label)}\n${block.url}${block.note ? `\n\n${block.note}` : ''}`
  }
}

/** A letter as plain text, for readers who prefer it and for the mailbox. */
export const toText = (page: Page): string =>
  `${[
    page.greeting,
    ...page.blocks.map((block) => setBlock(block, page.label)),
    page.signature.join('\n'),
    ['-- ', ...page.footer].join('\n'),
  ].join('\n\n')}\n`
