// Products that look like a garment, or like each garment of a look, in a dialog; offered where there is a catalog.
import { current, nameOf, percent, say } from './language.js';
import { make } from './make.js';
import { pieceOf, sentenceOf, titleOf } from './eva/words.js';

/** What is less alike than that is mostly of another kind: see docs/decisions.md. */
const leastScore = 0.4;
const { wearer } = document.getElementById('readings').dataset;
let filled = false;

/** Asks whether a catalog has products; true from then on if one has. */
export async function findCatalogs() {
  try {
    const answer = await fetch('/api/v1/catalogs');
    filled = answer.ok && (await answer.json()).catalogs.some(catalog => catalog.products > 0);
  } catch {
    filled = false; // the page does without
  }

  return filled;
}

/** The button that opens the dialog for a garment; nothing where there is no catalog. */
export function alikesButton(photo, number, garment, style) {
  const type = titleOf(garment);
  return opener('second small alike', say('alikes'), say('alikesFor', { type }),
    () => open(say('alikesOf', { type }), async signal => parted(await search(photo, number, signal), garment, style)));
}

/** The button that finds something for every garment; nothing where there is no catalog or only one garment. */
export function shopButton(photo, answer) {
  return answer.reading.garments.filter(garment => !garment.person).length > 1
    ? opener('primary shop', say('shop'), say('shop'), () => open(say('shopTitle'),
      async signal => look(await searchLook(photo, signal), answer)))
    : null;
}

function opener(className, text, label, onClick) {
  if (!filled) {
    return null;
  }

  const button = make('button', { type: 'button', class: className, 'aria-haspopup': 'dialog', 'aria-label': label }, text);
  button.addEventListener('click', onClick);
  return button;
}

async function open(title, find) {
  const close = make('button', { type: 'button', class: 'second', autofocus: '' }, say('close'));
  const body = make('div', { class: 'shelf', 'aria-live': 'polite', 'aria-busy': 'true' }, ...bones());
  const dialog = make('dialog', { class: 'alikes', 'aria-labelledby': 'alikes-title' },
    make('header', {}, make('h2', { id: 'alikes-title' }, title), close), body);
  close.addEventListener('click', () => dialog.close());
  // A tap beside the dialog is one on its backdrop, which is the dialog itself.
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  const stop = new AbortController();
  dialog.addEventListener('close', () => {
    stop.abort();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  try {
    body.replaceChildren(...await find(stop.signal));
  } catch (problem) {
    body.replaceChildren(make('p', { class: 'lead', role: 'alert' }, sentenceOf(problem ?? {})));
  }

  body.setAttribute('aria-busy', 'false');
}

async function search(photo, number, signal) {
  const form = new FormData();
  form.append('garment', String(number));
  form.append('limit', '12');
  form.append('minScore', String(leastScore));
  if (wearer) {
    form.append('wearer', wearer);
  }

  form.append('photo', photo, 'photo');
  return (await ask('/api/v1/search', form, signal)).results;
}

async function searchLook(photo, signal) {
  const form = new FormData();
  form.append('photo', photo, 'photo');
  const { garments } = await ask(`/api/v1/search/look?limit=4${wearer ? `&wearer=${wearer}` : ''}`, form, signal);
  return garments.map(found => ({ ...found, results: found.results.filter(({ score }) => score >= leastScore) }));
}

async function ask(address, body, signal) {
  const answer = await fetch(address, { method: 'POST', body, signal });
  const content = await answer.json();
  if (!answer.ok) {
    throw content;
  }

  return content;
}

/** What a garment may be: of one that is unclear whatever is not improbable. */
function kindsOf(garment) {
  return garment.said ? [garment.said] : garment.type !== 'unclear' ? [garment.type]
    : garment.alternatives.filter(({ confidence }) => confidence >= 0.1).map(({ type }) => type);
}

/** What is of the garment's kind, then the rest; each the most alike first, as the server answers. */
function parted(results, garment, style) {
  const kinds = kindsOf(garment);
  const same = results.filter(({ type }) => kinds.includes(type)), others = results.filter(({ type }) => !kinds.includes(type));
  return others.length === 0 ? shelf(same, 'alikes', style)
    : [...(same.length > 0 ? shelf(same, 'alikes', style) : []), make('h3', {}, say('alikesOther')), ...shelf(others, 'alikes', style)];
}

function shelf(results, place, style) {
  return results.length > 0 ? [make('ul', { class: 'cards' }, ...results.map(product => card(product, place, style)))]
    : [make('p', { class: 'lead' }, say('alikesNone'))];
}

function look(garments, answer) {
  const style = answer.reading.style?.top[0].style;
  // Under the name of one kind, nothing of another: what is unclear was looked for among all kinds.
  const found = garments.map(({ garment, type, results }) => ({
    garment,
    results: type !== 'unclear' ? results
      : results.filter(product => kindsOf(answer.reading.garments[garment]).includes(product.type)),
  })).filter(({ results }) => results.length > 0);
  return found.length === 0 ? [make('p', { class: 'lead' }, say('alikesNone'))] : found.map(({ garment, results }) => {
    const worn = answer.reading.garments[garment];
    const swatch = make('i', { class: 'swatch', 'aria-hidden': 'true' });
    swatch.style.background = worn.colours[0].hex;
    return make('section', { class: 'look-part' },
      make('h3', {}, swatch, pieceOf(worn)), ...shelf(results, 'look', style));
  });
}

function card(product, place, style) {
  const name = product.name ?? `${nameOf(product.colour)} ${nameOf(product.type)}`;
  const price = priceOf(product);
  const parts = [
    make('img', { src: `${product.picture}?side=320`, alt: '', loading: 'lazy', width: '240', height: '320' }),
    make('span', { class: 'what' }, name),
    make('span', { class: 'facts-line' }, ...(price ? [make('b', {}, price), ' '] : []),
      make('small', {}, say('alikeBy', { share: percent(product.score) }))),
  ];
  if (!isWeb(product.link)) {
    return make('li', {}, make('div', { class: 'card' }, ...parts));
  }

  const link = make('a', { class: 'card', href: product.link, target: '_blank', rel: 'noopener noreferrer' }, ...parts);
  for (const kind of ['click', 'auxclick']) {
    link.addEventListener(kind, event => event.button < 2 && count(product, place, style));
  }

  return make('li', {}, link);
}

/** How often a find was followed is counted, never by whom. */
function count({ catalog, product }, place, style) {
  navigator.sendBeacon('/api/v1/clicks',
    new Blob([JSON.stringify({ catalog, product, place, style })], { type: 'application/json' }));
}

/** A shop's link may be anything; only one that leads to a page is one here. */
function isWeb(link) {
  return /^https?:\/\//i.test(link ?? '');
}

function priceOf({ price, currency }) {
  if (price === undefined) {
    return '';
  }

  try {
    return new Intl.NumberFormat(current(), currency ? { style: 'currency', currency } : {}).format(price);
  } catch {
    return `${price} ${currency}`; // a currency that nobody knows
  }
}

function bones() {
  return [make('p', { class: 'unseen' }, say('alikesLooking')),
    make('div', { class: 'cards', 'aria-hidden': 'true' }, ...Array.from({ length: 6 }, () => make('div', { class: 'bone card' })))];
}
