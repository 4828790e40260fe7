/* What pages can do beyond forms and links. Each works without it. */
'use strict';

const $ = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const token = () => $('input[name=token]')?.value ?? '';

/** The same page anew: list and folders change in their place, what was chosen stays chosen. */
async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok || new URL(answer.url).pathname !== location.pathname) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const chosen = new Set(all('#messages input:checked').map((box) => box.value));
  const at = document.activeElement?.closest('li[data-uid]')?.dataset.uid;
  for (const id of ['folders', 'list']) {
    const [old, next] = [document.getElementById(id), fresh.getElementById(id)];
    if (old && next) old.replaceWith(next);
  }
  for (const box of all('#messages input[name=uid]')) box.checked = chosen.has(box.value);
  if (at) $(`li[data-uid="${at}"] a`)?.focus();
}

function say(text) {
  let place = $('#news');
  if (!place) {
    place = document.createElement('p');
    place.id = 'news';
    place.setAttribute('role', 'status');
    $('main').prepend(place);
  }
  place.textContent = text;
}

/** New mail without reloading: the server idles in the folder. */
function listen() {
  const list = $('#list');
  if (!list || list.dataset.query) return;
  const source = new EventSource(`/events?${new URLSearchParams({ folder: list.dataset.folder })}`);
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 200);
  };
  source.addEventListener('ready', ({ data }) => {
    if (String(JSON.parse(data).count) !== $('#list').dataset.total) soon();
  });
  source.addEventListener('change', soon);
  source.addEventListener('mail', () => {
    say(document.body.dataset.new);
    soon();
  });
  addEventListener('pagehide', () => source.close());
}

/** What was said to the mail server, in the page. */
function panel() {
  const details = $('#panel');
  details?.addEventListener('toggle', async () => {
    if (!details.open) return;
    const answer = await fetch('/dialogue');
    if (!answer.ok) return;
    const said = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('dialogue');
    if (said) {
      $('#dialogue', details)?.remove();
      details.append(said);
    }
  });
}

/** Addresses that were written to, while one is typed. */
function complete(form) {
  const known = $('#known', form);
  for (const field of all('input[list=known]', form)) {
    let asked = 0;
    field.addEventListener('input', async () => {
      const comma = field.value.lastIndexOf(',');
      const before = comma < 0 ? '' : `${field.value.slice(0, comma + 1)} `;
      const begin = field.value.slice(comma + 1).trim();
      const turn = ++asked;
      if (begin === '') return known.replaceChildren();
      const answer = await fetch(`/complete?${new URLSearchParams({ q: begin })}`);
      if (!answer.ok || turn !== asked) return;
      known.replaceChildren(
        ...(await answer.json()).map((address) =>
          Object.assign(document.createElement('option'), { value: before + address }),
        ),
      );
    });
  }
}

function keptRow({ value, name, size }) {
  const row = document.createElement('li');
  const label = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'kept', value, checked: true });
  const title = document.createElement('bdi');
  title.textContent = name;
  label.append(box, ' ', title);
  const hidden = (key, text) =>
    Object.assign(document.createElement('input'), { type: 'hidden', name: `${key}:${value}`, value: text });
  row.append(label, hidden('name', name), hidden('size', size));
  return row;
}

/** Files go at once, with a bar that shows how far they are. */
function bringFiles(form) {
  const field = $('#files', form);
  const bar = $('#progress', form);
  const saved = $('#saved', form);
  field.addEventListener('change', () => {
    if (field.files.length === 0) return;
    const most = Number(field.dataset.most);
    if ([...field.files].reduce((sum, { size }) => sum + size, 0) > most) {
      field.value = '';
      saved.textContent = saved.dataset.trouble;
      return;
    }
    const body = new FormData();
    body.append('token', token());
    for (const file of field.files) body.append('files', file);
    const request = new XMLHttpRequest();
    request.open('POST', '/compose/files');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = total ? loaded / total : 0;
    });
    request.addEventListener('loadend', () => {
      bar.hidden = true;
      form.dataset.busy = '';
      if (request.status !== 200) {
        saved.textContent = saved.dataset.trouble;
        return;
      }
      $('#kept', form).append(...request.response.files.map(keptRow));
      field.value = '';
      form.dispatchEvent(new Event('input'));
    });
    form.dataset.busy = '1';
    bar.value = 0;
    bar.hidden = false;
    request.send(body);
  });
}

/** The draft is kept while it is written. */
function keepDraft(form) {
  let waiting;
  let sending = false;
  let over = false;
  const save = async () => {
    if (sending || form.dataset.busy) return later();
    sending = true;
    const body = new FormData(form);
    body.delete('files');
    body.set('do', 'save');
    try {
      const answer = await fetch('/compose', { method: 'POST', body, headers: { accept: 'application/json' } });
      if (over || !answer.ok || !answer.headers.get('content-type')?.startsWith('application/json')) return;
      const { draft, kept } = await answer.json();
      form.elements.draft.value = draft;
      const before = body.getAll('kept');
      const rows = all('#kept li', form);
      const added = rows.filter((row) => !before.includes($('input', row).value) && $('input', row).checked);
      $('#kept', form).replaceChildren(...kept.map(keptRow), ...added);
      $('#saved', form).textContent = `${$('#saved', form).dataset.saved} ${new Date().toLocaleTimeString()}`;
    } finally {
      sending = false;
    }
  };
  const later = () => {
    clearTimeout(waiting);
    if (!over) waiting = setTimeout(save, 3000);
  };
  form.addEventListener('input', later);
  form.addEventListener('submit', (event) => {
    over = true;
    clearTimeout(waiting);
    if (!sending) return;
    // The answer to what is being kept says which draft this one takes the place of.
    event.preventDefault();
    const button = event.submitter;
    const again = setInterval(() => {
      if (sending) return;
      clearInterval(again);
      form.requestSubmit(button);
    }, 50);
  });
}

const KEYS = {
  '?': () => location.assign('/keys'),
  c: () => location.assign('/compose'),
  '/': () => $('#q')?.focus(),
  'g i': () => location.assign('/list'),
  'g f': () => location.assign('/folders'),
  p: () => {
    const details = $('#panel');
    if (details) details.open = !details.open;
    details?.scrollIntoView();
  },
  z: () => $('#undo button')?.click(),
  j: () => step(1),
  k: () => step(-1),
  x: () => {
    const box = $('input', here());
    if (box) box.checked = !box.checked;
  },
  u: () => press('unseen'),
  s: () => press((here() ?? $('#message'))?.dataset.flagged === 'true' ? 'unflag' : 'flag'),
  '#': () => press('delete'),
  r: () => follow('reply'),
  a: () => follow('reply-all'),
  f: () => follow('forward'),
  Escape: () => follow('back'),
};

const here = () => document.activeElement?.closest('#messages li');
const follow = (action) => $(`#message [data-action=${action}]`)?.click();

function step(by) {
  const rows = all('#messages li');
  const next = rows[Math.max(0, rows.indexOf(here()) + by)];
  if (next) $('a', next).focus();
}

/** The chosen messages of a list, or the one where the focus is; or the message that is shown. */
function press(doing) {
  const row = here();
  if (row && !$('#messages input:checked')) $('input', row).checked = true;
  const form = $('#act') ?? ($('#messages input:checked') ? $('#selection') : undefined);
  form?.querySelector(`button[value=${doing}]`)?.click();
}

let first = '';
addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]'))
    return;
  const act = KEYS[first && key.length === 1 ? `${first} ${key}` : key];
  first = key === 'g' && !first ? 'g' : '';
  if (!act) return;
  event.preventDefault();
  act();
});

listen();
panel();
const form = $('#compose');
if (form) {
  complete(form);
  bringFiles(form);
  keepDraft(form);
  if (!form.elements.to.value) form.elements.to.focus();
  else form.elements.text.focus();
}
const language = $('#language select');
language?.addEventListener('change', () => language.form.requestSubmit());
