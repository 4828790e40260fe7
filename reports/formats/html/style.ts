/**
 * The look of the HTML reports: one sheet, in the page itself, for light and dark, a phone and paper.
 * Sizes step by a quarter of the text's height; what is clicked is at least a line and a half high. Colours of text stand at 4.5 to 1 or
 * more before their ground.
 */

const COLOURS = `
:root { color-scheme: light dark; --ink: #1c1e21; --dim: #565b62; --paper: #fff; --line: #d9dce0; --code: #f4f5f7; --link: #0b57a4;
  --mark: #ffe08a; --pass: #17702f; --fail: #b91c1c; --warn: #855700; --info: #0a627e; --notApplicable: #5f666e; --blocked: #6f35c9; --error: #9f0c24; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --dim: #a5acb4; --paper: #15181c; --line: #343a41; --code: #1f242a; --link: #7db7ff;
  --mark: #453600; --pass: #57c26b; --fail: #ff8a82; --warn: #e3b341; --info: #56b9d8; --notApplicable: #9aa2ab; --blocked: #c4a0ff; --error: #ff9aa0; } }
.pass { color: var(--pass); } .fail { color: var(--fail); } .warn { color: var(--warn); } .info { color: var(--info); }
.notApplicable, .notPlayed, .known, .excused { color: var(--notApplicable); } .blocked { color: var(--blocked); } .error, .missing { color: var(--error); }
.covered { color: var(--info); }
`;

const TEXT = `
* { box-sizing: border-box; } [hidden] { display: none !important; }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 1.5rem auto; max-width: 76rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; overflow-wrap: anywhere; } h2 { font-size: 1.05rem; margin: 0; display: inline; overflow-wrap: anywhere; }
p { margin: .25rem 0; } .lead { font-size: 1.1rem; } .dim, small { color: var(--dim); } small { font-size: .85em; font-weight: 400; }
a { color: var(--link); } a.pass, a.fail, a.warn, a.info, a.notApplicable, a.notPlayed, a.blocked, a.error { color: var(--pass); }
a.fail { color: var(--fail); } a.warn { color: var(--warn); } a.info { color: var(--info); } a.blocked { color: var(--blocked); }
a.error { color: var(--error); } a.notApplicable, a.notPlayed { color: var(--notApplicable); }
pre, code, kbd { font: 13px/1.45 ui-monospace, monospace; } kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem; }
pre { background: var(--code); padding: .5rem .75rem; overflow: auto; border-radius: 4px; margin: .5rem 0; }
mark { background: var(--mark); color: inherit; } .asked { color: var(--info); } .came { color: var(--fail); font-weight: 600; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; } thead th { font-weight: 600; color: var(--dim); }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } tbody tr:hover { background: var(--code); } .wide { overflow-x: auto; }
button, select, input { font: inherit; color: inherit; } button, select, input[type=search] { background: var(--code); border: 1px solid var(--line); border-radius: 4px; padding: .15rem .6rem; min-height: 2rem; }
button { cursor: pointer; } :focus-visible { outline: 2px solid var(--link); outline-offset: 1px; } .scenario > summary:focus-visible { outline-offset: -2px; }
details > summary { cursor: pointer; padding: .25rem 0; }
`;

const PARTS = `
.verdict { font-weight: 600; white-space: nowrap; }
.group { border-top: 1px solid var(--line); margin: .75rem 0 0; padding-top: .25rem; }
.group > summary { scroll-margin-top: var(--bar, 0px); } .place { color: var(--dim); }
.scenario { content-visibility: auto; contain-intrinsic-size: auto 3.5rem; scroll-margin-top: calc(var(--bar, 0px) + .5rem); margin-left: 1rem; }
.scenario > summary { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 .5rem; } .scenario .rule { grid-column: 2; color: var(--dim); }
.scenario .title b { font-weight: 500; } .scenario .title small { margin-left: .5rem; overflow-wrap: anywhere; }
.scenario > .body { margin: 0 0 1rem 9rem; } .scenario[open] > summary .title b { font-weight: 700; } .at { box-shadow: -4px 0 0 var(--link); }
.code { position: relative; } .copy { position: absolute; top: .25rem; right: .25rem; min-height: 1.5rem; padding: 0 .5rem; font-size: .85em; }
.bar { position: sticky; top: 0; z-index: 1; background: var(--paper); padding: .5rem 0; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .35rem 1rem; align-items: center; }
.bar fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem .9rem; } .bar legend { float: left; padding: 0; position: absolute; clip-path: inset(50%); }
.bar label { white-space: nowrap; } .bar input[type=search] { flex: 1 1 14rem; max-width: 24rem; } .bar .buttons { display: flex; gap: .35rem; } .bar output { color: var(--dim); }
.summary { margin: .75rem 0 0; } .legend dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; } .legend dd { margin: 0; }
@media (max-width: 44rem) {
  body { margin: .75rem auto; padding: 0 .75rem; } .scenario { margin-left: 0; } .scenario > summary { grid-template-columns: 1fr; } .scenario .rule { grid-column: 1; }
  .scenario .title small { display: block; margin-left: 0; } .scenario > .body { margin-left: 0; } .legend dl { grid-template-columns: 1fr; }
  .bar { position: static; } .bar .buttons { position: fixed; z-index: 2; right: .5rem; bottom: .5rem; } .bar .buttons [data-do=open], .bar .buttons [data-do=close] { display: none; }
}
@media print { .bar, .copy, .legend { display: none !important; } body { max-width: none; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } .scenario { content-visibility: visible; break-inside: avoid; } }
`;

export const STYLE = COLOURS + TEXT + PARTS;
