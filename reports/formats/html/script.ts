/**
 * What a page can do by itself: show some verdicts only, search, group otherwise, go from trouble to trouble, copy. What is
 * shown stands in the address behind `#`, so that it outlives a reload and can be sent to somebody; `#ID` alone shows that item.
 * Without scripts everything is there, grouped as it was written.
 */

const STATE = `
const TROUBLE = ['error', 'fail', 'blocked', 'warn', 'missing'];
const bar = document.querySelector('.bar');
const list = document.getElementById('list');
const boxes = [...bar.querySelectorAll('input[type=checkbox]')];
const search = bar.querySelector('input[type=search]');
const select = bar.querySelector('select');
const by = () => select?.value ?? 'cause';
const items = [...list.querySelectorAll('.item')];
const homes = new Map(items.map((item) => [item, item.parentElement]));
const causes = [...list.children];
const troubled = items.some((item) => TROUBLE.includes(item.dataset.kind));
const usual = boxes.map((box) => box.value).filter((verdict) => !troubled || TROUBLE.includes(verdict));
const texts = new Map(items.map((item) => [item, (item.querySelector('summary') ?? item).textContent.toLowerCase()]));
let at = '';
const byId = (id) => items.find((item) => item.id === id);
const read = () => {
  const raw = location.hash.slice(1);
  const state = new URLSearchParams(raw.includes('=') ? raw : '');
  at = raw.includes('=') ? (state.get('at') ?? '') : decodeURIComponent(raw);
  const shown = state.has('show') ? state.get('show').split(',') : [...usual];
  if (at && byId(at)) shown.push(byId(at).dataset.kind);
  for (const box of boxes) box.checked = shown.includes(box.value);
  search.value = state.get('q') ?? '';
  if (select) select.value = state.get('by') ?? 'cause';
};
const write = () => {
  const state = new URLSearchParams();
  const shown = boxes.filter((box) => box.checked).map((box) => box.value);
  if (shown.join() !== usual.join()) state.set('show', shown.join());
  if (search.value) state.set('q', search.value);
  if (by() !== 'cause') state.set('by', by());
  if (at) state.set('at', at);
  history.replaceState(null, '', '#' + state);
};
`;

const LIST = `
const group = () => {
  if (list.dataset.by === by()) return;
  list.dataset.by = by();
  if (by() === 'cause') {
    for (const [item, home] of homes) home.append(item);
    list.replaceChildren(...causes);
    return;
  }
  const key = (item) => by() === 'topic' ? item.dataset.topic : item.dataset.rule;
  const name = (item) => by() === 'topic' ? item.dataset.topic : (item.querySelector('.rule')?.textContent ?? 'without a requirement');
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  const order = new Intl.Collator('en', { numeric: true });
  list.replaceChildren(...[...groups].sort(([a], [b]) => order.compare(a, b)).map(([, own]) => {
    const section = document.createElement('details');
    section.className = 'group';
    const heading = document.createElement('h2');
    heading.textContent = name(own[0]);
    const summary = document.createElement('summary');
    summary.append(heading);
    section.append(summary, ...own);
    return section;
  }));
};
const show = () => {
  group();
  const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const item of items) {
    item.hidden = !shown.has(item.dataset.kind) || !words.every((word) => texts.get(item).includes(word));
    if (!item.hidden) count++;
  }
  for (const section of list.children) {
    section.hidden = !section.querySelector('.item:not([hidden])');
    section.open = !section.hidden;
  }
  bar.querySelector('output').textContent = count + ' of ' + items.length;
  document.body.style.setProperty('--bar', getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight + 'px' : '0px');
};
const reveal = () => {
  const item = at && byId(at);
  for (const other of list.querySelectorAll('.at')) other.classList.remove('at');
  if (!item) return;
  item.open = true;
  item.classList.add('at');
  item.scrollIntoView();
};
`;

const DOING = `
const go = (step) => {
  const shown = [...list.querySelectorAll('.item:not([hidden])')].filter((item) => TROUBLE.includes(item.dataset.kind));
  if (shown.length === 0) return;
  const now = shown.indexOf(byId(at));
  const next = shown[now < 0 ? (step > 0 ? 0 : shown.length - 1) : (now + step + shown.length) % shown.length];
  at = next.id;
  write();
  reveal();
  next.querySelector('summary')?.focus({ preventScroll: true });
};
const all = (open) => {
  for (const item of list.querySelectorAll('.item:not([hidden])')) item.open = open;
};
const doing = { next: () => go(1), previous: () => go(-1), open: () => all(true), close: () => all(false) };
const keys = { n: doing.next, p: doing.previous, o: doing.open, c: doing.close, '/': () => search.focus() };
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.do) doing[button.dataset.do]();
  if (!button?.classList.contains('copy')) return;
  const pre = button.parentElement.querySelector('pre');
  try {
    await navigator.clipboard.writeText(pre.textContent);
    button.textContent = 'copied';
  } catch {
    getSelection().selectAllChildren(pre);
    button.textContent = 'selected';
  }
  setTimeout(() => { button.textContent = 'copy'; }, 2000);
});
const changed = () => { at = ''; write(); show(); };
for (const control of [...boxes, ...(select ? [select] : [])]) control.addEventListener('change', changed);
search.addEventListener('input', changed);
addEventListener('hashchange', () => { read(); show(); reveal(); });
addEventListener('beforeprint', () => { if (troubled) all(true); });
for (const hidden of [bar, ...document.querySelectorAll('.copy')]) hidden.hidden = false;
read();
show();
reveal();
`;

export const SCRIPT = STATE + LIST + DOING;
