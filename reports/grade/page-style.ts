/** How a grade's pages look: on a screen, on a telephone, in the dark and on paper. */
export const GRADE_STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --dim: #5a6472; --paper: #fff; --line: #d8dde4; --met: #17693a; --part: #8a5a00; --none: #b3261e; --soft: #f3f5f8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --dim: #a3adba; --paper: #14181e; --line: #333b46; --met: #6fd08c; --part: #e6b450; --none: #ff8a80; --soft: #1d232b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 16px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; }
.sum { font-size: 1.6rem; font-weight: 700; } .dim, small { color: var(--dim); }
.trouble { border-left: .3rem solid var(--none); background: var(--soft); padding: .6rem 1rem; }
ol.path { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .4rem; padding: 0; margin: .8rem 0; }
ol.path a, ol.path span.box { display: block; border: 1px solid var(--line); border-left: .35rem solid var(--line); border-radius: .3rem; padding: .3rem .6rem; color: inherit; text-decoration: none; }
ol.path .full { border-left-color: var(--met); } ol.path .partial { border-left-color: var(--part); } ol.path .none, ol.path .error { border-left-color: var(--none); }
ol.path a:hover, ol.path a:focus { background: var(--soft); }
.met { color: var(--met); } .partial > b, .part { color: var(--part); } .broken { color: var(--none); }
details { border: 1px solid var(--line); border-radius: .3rem; margin: .4rem 0; } summary { cursor: pointer; padding: .4rem .7rem; } details > div { padding: 0 .9rem .7rem; }
ul.marks { list-style: none; padding: 0; margin: .3rem 0; } ul.marks > li { border-top: 1px solid var(--line); padding: .4rem 0; }
pre { overflow: auto; background: var(--soft); padding: .6rem; border-radius: .3rem; font: 13px/1.4 ui-monospace, monospace; margin: .4rem 0; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.bar { display: inline-block; height: .8em; background: var(--met); border-radius: .15rem; vertical-align: baseline; } .bar.few { background: var(--part); }
.scroll { overflow-x: auto; }
@media print { body { max-width: none; } details > div { display: block; } }
`;
