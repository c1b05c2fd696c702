const ACCENT = 'var(--redress-accent,#1c5d73)'

/**
 * Everything is `!important` on the host element, because only that is stronger than `* { … !important }` of the page
 * (CSS Cascade 5, 6.4.4: for important rules the inner context wins). Custom properties pass through `all`. Lengths are in
 * pixels: the page may have made a rem whatever it likes.
 */
const WIDGET = `:host{all:initial!important;display:inline-block!important}
:host([mode=inline]){display:block!important}
:host([hidden]){display:none!important}
:host([position]){position:fixed!important;inset-block:auto 20px!important;inset-inline:auto 20px!important;z-index:var(--redress-z-index,2147483647)!important}
:host([position=start]){inset-inline:20px auto!important}
button{all:unset;box-sizing:border-box;padding:12px 20px;border-radius:var(--redress-radius,24px);background:${ACCENT};color:#fff;color:oklch(from ${ACCENT} clamp(0,(.66 - l)*999,1) 0 0);font:600 16px/24px var(--redress-font,system-ui);cursor:pointer;box-shadow:0 2px 9px #0003}
:focus-visible{outline:3px solid ${ACCENT};outline-offset:3px}
dialog{box-sizing:border-box;width:min(760px,96vw);height:min(900px,96dvh);max-width:none;max-height:none;padding:0;border:0;border-radius:16px;overflow:hidden}
dialog::backdrop{background:#0a0f1499}
@media(max-width:640px){dialog{width:100vw;height:100dvh;border-radius:0}}
iframe{display:block;width:100%;height:100%;border:0}
:host([mode=inline]) iframe{height:640px}
dialog button{position:absolute;inset:4px 4px auto auto;background:none;color:inherit;box-shadow:none}
a{display:block;padding:64px}`

/** The page behind a dialog does not scroll, nor move when its scroll bar goes. */
const PAGE = `:root:has(redress-widget[open]){overflow:hidden!important;scrollbar-gutter:stable}`

/** Made by script, a sheet needs no `style-src` of the page's policy. */
const made = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

export const widgetSheet = made(WIDGET)
export const pageSheet = made(PAGE)
