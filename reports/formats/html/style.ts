/** The look of the HTML reports: one sheet, in the page itself, for light and dark. */

export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1e21; --dim: #60656c; --paper: #fff; --line: #d9dce0; --code: #f4f5f7;
  --pass: #1a7f37; --fail: #c62828; --warn: #9a6700; --info: #0b6e8f; --notApplicable: #6e7781; --blocked: #8250df; --error: #a40e26; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --dim: #9aa1a9; --paper: #15181c; --line: #343a41; --code: #1f242a;
  --pass: #57c26b; --fail: #ff7b72; --warn: #e3b341; --info: #56b9d8; --notApplicable: #8b949e; --blocked: #bc8cff; --error: #ff9492; } }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .2rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; border-bottom: 1px solid var(--line); }
p { margin: .3rem 0; } .dim, small { color: var(--dim); } a { color: inherit; }
pre { background: var(--code); padding: .6rem; overflow: auto; border-radius: 4px; font: 13px/1.4 ui-monospace, monospace; margin: .4rem 0; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .15rem .8rem .15rem 0; vertical-align: top; } td.n, th.n { text-align: right; }
details > summary { cursor: pointer; padding: .15rem 0; } details.scenario > div { margin: 0 0 .8rem 1.2rem; }
.verdict { display: inline-block; min-width: 6.6rem; font-weight: 600; } .rule { display: block; margin-left: 7.8rem; color: var(--dim); }
.pass { color: var(--pass); } .fail { color: var(--fail); } .warn { color: var(--warn); } .info { color: var(--info); }
.notApplicable, .notPlayed { color: var(--notApplicable); } .blocked { color: var(--blocked); } .error { color: var(--error); }
details.causes { margin: 1rem 0; } .causes li { margin: .15rem 0; } .causes ul { font-size: .9em; }
.filters { position: sticky; top: 0; background: var(--paper); padding: .5rem 0; border-bottom: 1px solid var(--line); }
.filters label { margin-right: 1rem; white-space: nowrap; } .filters input[type=search] { font: inherit; width: 18rem; max-width: 100%; }
[hidden] { display: none; }
@media print { .filters { display: none; } }
`;
