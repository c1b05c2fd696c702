/** The one stylesheet of the staff desk. Colours have a contrast of at least 4.5:1 on what they stand on, in both schemes. */
export const css = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #ffffff; --text: #1b1f24; --soft: #57606a; --line: #d0d5dc; --field: #7d8590;
  --accent: #0b57a4; --on-accent: #ffffff; --focus: #b35900;
  --good: #116329; --good-bg: #e3f4e7; --warn: #7a4b00; --warn-bg: #fff1d1; --bad: #a8121d; --bad-bg: #fde7e8;
  --info: #0b4a8f; --info-bg: #e2eefb; --plain-bg: #e9ebee; --note-bg: #fff9e0; --note: #8a6d00;
  --radius: 6px; --gap: 1rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --card: #1d2126; --text: #e6e9ed; --soft: #a3acb8; --line: #363d46; --field: #6f7985;
    --accent: #7ab7ff; --on-accent: #0b1620; --focus: #ffb454;
    --good: #7ddb93; --good-bg: #16331e; --warn: #f3c26b; --warn-bg: #3a2b0c; --bad: #ff9a9e; --bad-bg: #451a1d;
    --info: #9ccaff; --info-bg: #14304f; --plain-bg: #2b3138; --note-bg: #2c2812; --note: #d9bb4f;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, p, ul, ol, dl, dd, fieldset, legend, table { margin: 0; padding: 0; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; line-height: 1.3; }
h3 { font-size: 1rem; }
a { color: var(--accent); text-underline-offset: .15em; }
small, .hint { color: var(--soft); font-size: .875rem; font-weight: 400; }
code, .hash { overflow-wrap: anywhere; font-family: ui-monospace, Consolas, monospace; font-size: .8125rem; }
.reference { font-family: ui-monospace, Consolas, monospace; letter-spacing: .02em; white-space: nowrap; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; background: var(--card); padding: .5rem 1rem; z-index: 1; }
.skip:focus { left: .5rem; top: .5rem; }

.top { background: var(--card); border-bottom: 1px solid var(--line); }
.bar, main { max-width: 86rem; margin: 0 auto; padding: .5rem 1rem; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; }
.brand { font-weight: 700; color: inherit; text-decoration: none; }
.bar nav { display: flex; gap: 1rem; }
.bar nav a { padding: .375rem 0; text-decoration: none; }
.bar [aria-current] { border-bottom: 2px solid; font-weight: 600; }
.find { display: flex; gap: .25rem; min-width: 0; max-width: 100%; }
.find input { width: 11rem; }
.who { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin-left: auto; }
.who form { display: flex; align-items: center; gap: .75rem; }
main { padding-top: 1rem; padding-bottom: 3rem; display: grid; gap: var(--gap); }
main > * { min-width: 0; }

.card, .banner, .errors, .done, .command, .blocked, .narrowing {
  background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem;
}
.card { display: grid; gap: .75rem; align-content: start; }
.card > *, .banner > * { min-width: 0; }
.narrow { max-width: 34rem; width: 100%; margin: 0 auto; }
.reading { max-width: 46rem; width: 100%; display: grid; gap: var(--gap); }
.errors { border: 3px solid var(--bad); }
.errors h2, .errors strong { color: var(--bad); }
.errors ul { padding-left: 1.25rem; margin: .5rem 0; }
.errors a { color: var(--bad); font-weight: 600; }
.done { border-left: 5px solid var(--good); font-weight: 600; }

.badge {
  display: inline-block; padding: 0 .5rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; line-height: 1.6;
  background: var(--plain-bg); color: var(--text);
}
.badge + .badge { margin-left: .25rem; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .info { color: var(--info); }
.badge.good { background: var(--good-bg); color: var(--good); }
.badge.warn { background: var(--warn-bg); color: var(--warn); }
.badge.bad { background: var(--bad-bg); color: var(--bad); }
.badge.info { background: var(--info-bg); color: var(--info); }
.due.bad strong::before { content: "\\26A0\\FE0E\\00A0"; }
.due .when { color: var(--soft); font-size: .875rem; display: inline-block; }

.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: .5rem 1.25rem; }
.facts > div { min-width: 0; }
.facts > div:has(.prose) { grid-column: 1 / -1; }
dt { color: var(--soft); font-size: .875rem; }
.prose { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 70ch; }

.title { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; }
.title h1 { overflow-wrap: anywhere; }
.banner .facts { grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5rem), 1fr)); }
.banner { display: grid; gap: .75rem 2rem; border-left: 6px solid var(--accent); }
.kicker { color: var(--soft); font-size: .875rem; }
.big { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
.links { display: flex; flex-wrap: wrap; align-items: start; gap: .75rem 1.5rem; grid-column: 1 / -1; }
.clocks { padding: .375rem 0; min-width: 0; }
.clocks[open] { flex-basis: 100%; }
.clocks ul { list-style: none; display: grid; gap: .75rem; margin-top: .75rem; }
.days { columns: 13rem; padding-left: 1.75rem; margin-top: .5rem; font-size: .9375rem; }
.days .skipped { color: var(--soft); text-decoration: line-through; }
.days .skipped .hint { display: inline-block; text-decoration: none; }
.contents { display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .9375rem; }
.columns { display: grid; gap: var(--gap); align-items: start; }
.main, .actions, .group { display: grid; gap: var(--gap); min-width: 0; }
.actions, .group { gap: .5rem; }
.group { margin-top: .75rem; }
.wish, .attention { display: grid; gap: .25rem; }
.attention { border-left: 4px solid var(--warn); padding-left: .75rem; }

.points { list-style: none; display: grid; gap: .75rem; counter-reset: point; }
.pair { display: grid; gap: .5rem 1.5rem; padding-top: .75rem; border-top: 1px solid var(--line); counter-increment: point; }
.pair > .prose::before { content: counter(point) ". "; font-weight: 700; }
.remedies, .list, .files, .talk, .timeline { list-style: none; display: grid; gap: .75rem; }
.remedies > li, .list > li { display: grid; gap: .25rem; padding-top: .5rem; border-top: 1px solid var(--line); min-width: 0; }
.list.demo > li { border: 0; padding: 0; }
.demo form { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
.files > li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; align-items: start; padding: .5rem; min-width: 0; border: 1px solid var(--line); border-radius: var(--radius); }
.files > li > div { min-width: 0; flex: 1 1 16rem; overflow-wrap: anywhere; }
.files > li:target, .command:has(:target) { outline: 2px solid var(--focus); }
.talk > li, .timeline > li { display: grid; gap: .25rem; min-width: 0; }
.talk > li { border: 1px solid var(--line); border-radius: var(--radius); padding: .625rem .75rem; }
.talk > .ours { margin-left: clamp(0rem, 6vw, 3rem); background: var(--info-bg); }
.talk > .theirs { margin-right: clamp(0rem, 6vw, 3rem); }
.talk > .internal, .files > .internal, div.internal {
  background: var(--note-bg); border: 1px dashed var(--note); border-radius: var(--radius);
}
div.internal { padding: .75rem; display: grid; gap: .5rem; }
.timeline { gap: .625rem; }
.timeline > li { border-left: 3px solid var(--line); padding-left: .75rem; }
.timeline > .internal { border-left: 3px dashed var(--note); }
.timeline .prose { font-size: .9375rem; }
.timeline ul { padding-left: 1.25rem; }
.letter { border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem; display: grid; gap: .5rem; background: var(--page); }

summary { cursor: pointer; }
.command { padding: 0; }
.command > summary { padding: .625rem .875rem; font-weight: 600; }
.command > summary small { display: block; margin-left: 1.125rem; }
.command > form { padding: .25rem .875rem .875rem; }
.command[open] { border-color: var(--accent); }
.blocked { font-size: .9375rem; }
.blocked dl { display: grid; gap: .5rem; margin-top: .75rem; }
.blocked dt { font-weight: 600; color: var(--text); }

.fields { display: grid; gap: .875rem; }
.field { display: grid; gap: .25rem; border: 0; min-width: 0; align-content: start; }
.field > label, .field > legend { font-weight: 600; }
.field > legend { margin-bottom: .25rem; }
.mark { color: var(--soft); font-weight: 400; font-size: .875rem; }
.wrong { border-left: 5px solid var(--bad); padding-left: .625rem; }
.fault { color: var(--bad); font-weight: 600; }
.choice { display: grid; grid-template-columns: 1.5rem 1fr; align-items: start; column-gap: .25rem; padding: .125rem 0; }
.choice > input { width: 1.125rem; height: 1.125rem; margin: .25rem 0 0; accent-color: var(--accent); }
.choice > label { font-weight: 400; overflow-wrap: anywhere; }
.choice > .hint, .choice > .fault, .choice > .reveal { grid-column: 2; }
.reveal { display: none; gap: .75rem; border-left: 3px solid var(--line); padding: .5rem 0 .5rem .75rem; margin: .25rem 0; }
.choice:has(> input:checked) > .reveal { display: grid; }
@supports not selector(:has(*)) { .reveal { display: grid; } }
.row { border: 1px solid var(--line); border-radius: var(--radius); padding: .5rem .75rem .75rem; display: grid; gap: .625rem; min-width: 0; }
.row > legend { padding: 0 .25rem; color: var(--soft); font-size: .875rem; }
.inner { display: grid; gap: .625rem .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); align-items: end; }
.inner > .field:has(textarea, input[type=file], .money) { grid-column: 1 / -1; }
.folded > fieldset { margin-top: .75rem; }
.money { display: flex; gap: .25rem; }
.money input { flex: 1; min-width: 0; } .money select { width: auto; }

input, select, textarea, button { font: inherit; color: inherit; }
input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea {
  width: 100%; min-height: 2.5rem; padding: .375rem .5rem; background: var(--card); border: 1px solid var(--field);
  border-radius: 4px; min-width: 0;
}
input[type=file] { border-style: dashed; }
textarea { resize: vertical; }
[aria-invalid=true] { border: 2px solid var(--bad) !important; }
button, .button {
  display: inline-block; min-height: 2.5rem; padding: .4375rem 1rem; border: 1px solid var(--accent); border-radius: 4px;
  background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; cursor: pointer; line-height: 1.5;
}
.bar button { white-space: nowrap; }
button:hover, .button:hover { filter: brightness(1.1); }
.quiet { background: none; color: var(--accent); }
.link { background: none; border: 0; padding: .25rem 0; min-height: 0; color: var(--accent); font-weight: 400; text-decoration: underline; }
.weighty { background: var(--bad); border-color: var(--bad); color: var(--card); }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; }

.tabs { display: flex; flex-wrap: wrap; gap: .25rem; }
.tabs a { padding: .375rem .75rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); text-decoration: none; }
.tabs [aria-current] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; }
.narrowing { padding: .5rem 1rem; }
.narrowing form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: .75rem; margin: .75rem 0 .5rem; align-items: end; }
.pages { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
.queue { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); }
.queue th, .queue td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-top: 1px solid var(--line); }
.queue thead th { font-size: .875rem; color: var(--soft); font-weight: 600; border-top: 0; }
.queue tbody th { font-weight: 600; width: 38%; overflow-wrap: anywhere; }
.queue tbody th .hint { display: block; }
.queue tbody tr:hover { background: var(--info-bg); }
.queue .when { display: block; white-space: nowrap; }
.queue .badge { margin: 0 .25rem .25rem 0; }

@media (max-width: 60rem) {
  .queue, .queue tbody, .queue tr, .queue th, .queue td { display: block; width: auto !important; border: 0; }
  .queue { background: none; }
  .queue thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .queue tr { display: grid !important; grid-template-columns: 1fr 1fr; background: var(--card); border: 1px solid var(--line) !important; border-radius: var(--radius); padding: .5rem .25rem; margin-bottom: .5rem; }
  .queue th, .queue td { padding: .125rem .75rem; }
  .queue tbody th { grid-column: 1 / -1; }
  .queue td::before { content: attr(data-label); display: block; color: var(--soft); font-size: .8125rem; }
}
@media (max-width: 30rem) {
  .find { flex-basis: 100%; }
  .find input { flex: 1; width: auto; }
  .who { margin-left: 0; }
}
@media (min-width: 48rem) {
  .banner { grid-template-columns: minmax(14rem, 1fr) 2fr; }
  .pair { grid-template-columns: 1fr 1fr; }
}
@media (min-width: 68rem) {
  .columns { grid-template-columns: minmax(0, 1fr) 27rem; }
  .columns > .actions { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; padding-bottom: 1rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  .top, .contents, .actions, .links, .files form, .skip, .narrowing, .tabs, .pages { display: none !important; }
  body { background: #fff; color: #000; font-size: 10pt; }
  .card, .banner { border: 0; padding: 0 0 .75rem; break-inside: avoid-page; }
  .columns { display: block; }
  a { color: inherit; }
}
`
