export const css = `:root { color-scheme: light dark; --line: #d4d4d8; --quiet: #52525b; --accent: #1d4ed8; --code: #f4f4f5; }
@media (prefers-color-scheme: dark) { :root { --line: #3f3f46; --quiet: #a1a1aa; --accent: #93c5fd; --code: #27272a; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; display: grid; grid-template-columns: 16rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem; border-right: 1px solid var(--line); font-size: .9rem; }
nav ul { list-style: none; margin: 0; padding-left: 0; } nav ul ul { padding-left: 1rem; }
main { padding: 1.5rem 2rem 6rem; max-width: 64rem; overflow-wrap: anywhere; }
section { border-top: 1px solid var(--line); padding: 1rem 0; }
a { color: var(--accent); } a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; background: Canvas; padding: .5rem; z-index: 1; }
h3 { font-size: 1.05rem; } h4 { margin-bottom: .25rem; font-size: .95rem; }
code, pre { font: .9em/1.5 ui-monospace, monospace; } code { background: var(--code); border-radius: 3px; padding: .1em .3em; }
pre { background: var(--code); padding: 1rem; border-radius: 6px; overflow-x: auto; } pre code { padding: 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: normal; }
th code { white-space: nowrap; } td { min-width: 8rem; } td:last-child { min-width: 16rem; }
thead th { font-weight: 600; } small, .quiet { color: var(--quiet); }
.depth-1 { padding-left: 1rem; } .depth-2 { padding-left: 2rem; } .depth-3 { padding-left: 3rem; } .depth-4 { padding-left: 4rem; }
dt { margin-top: .5rem; } dd { margin-left: 1.5rem; } dt:target, section:target { outline: 2px solid var(--accent); outline-offset: 4px; }
.method { font-weight: 700; }
@media (max-width: 50rem) { body { grid-template-columns: minmax(0, 1fr); } nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); } main { padding: 1rem; } }
`
