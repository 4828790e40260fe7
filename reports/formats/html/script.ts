/** What the page of a run can do by itself: show some verdicts only, and search. Without it everything is shown. */

export const SCRIPT = `
const boxes = [...document.querySelectorAll('.filters input[type=checkbox]')];
const search = document.querySelector('.filters input[type=search]');
const filter = () => {
  const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const section of document.querySelectorAll('section.topic')) {
    let any = false;
    for (const item of section.querySelectorAll('.scenario')) {
      const text = item.firstElementChild.textContent.toLowerCase();
      item.hidden = !shown.has(item.dataset.verdict) || !words.every((word) => text.includes(word));
      any ||= !item.hidden;
    }
    section.hidden = !any;
  }
};
for (const box of boxes) box.addEventListener('change', filter);
search.addEventListener('input', filter);
document.querySelector('.filters').hidden = false;
const reveal = () => {
  const item = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (item instanceof HTMLDetailsElement) { item.open = true; item.scrollIntoView(); }
};
addEventListener('hashchange', reveal);
filter();
reveal();
`;
